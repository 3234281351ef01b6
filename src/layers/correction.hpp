#pragma once
// One correction of a value that a source has wrong, and what became of it.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "facts/table.hpp"
#include "measures/day.hpp"

namespace yongdi::layers {

struct Correction {
  enum class Outcome : std::uint8_t {
    applied,
    stale,       // what was read is not what it corrects
    expired,     // its last day is before the as-of day
    unmatched,   // no such layer, field or subject, or several of that id
    unreadable,  // the value it gives cannot be read
  };
  std::string layer, subject, field;     // as written; the field by its canonical name once it is recognised
  std::string old_written, new_written;  // empty: nothing written
  std::optional<std::string> who, document;
  std::optional<measures::Day> day, expires;
  std::string source;
  std::int64_t row = 0;
  Outcome outcome = Outcome::unmatched;
  facts::Value read, corrected;  // the value before and after; not known where it was not applied
};
std::string_view to_text(Correction::Outcome outcome);

}  // namespace yongdi::layers
