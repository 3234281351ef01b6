#pragma once
// Numbers as sources write them: thousands separators, full-width digits, a unit or % behind.
#include <optional>
#include <string_view>

#include "measures/exact.hpp"
#include "measures/units.hpp"

namespace yongdi::layers {

struct WrittenNumber {
  measures::Exact value;
  const measures::Unit* unit = nullptr;  // named behind the number
  bool percent = false;
};

// Half-width, trimmed text in; empty when it is no number, when commas do not stand at thousands, or when what follows is no unit.
std::optional<WrittenNumber> read_number(std::string_view text);

}  // namespace yongdi::layers
