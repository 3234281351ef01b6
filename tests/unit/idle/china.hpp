#pragma once
// What the tests of this room share: days, figures and the shipped national rulebook.
#include <filesystem>
#include <string_view>

#include "idle/verdict.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::idle::testing {

inline measures::Day day(std::string_view text) { return measures::Day::parse_iso(text).value(); }
inline measures::Exact exact(std::string_view text) { return measures::Exact::parse(text).value(); }

inline const rulebook::Rulebook& china() {
  static const auto kChina = rulebook::Rulebook::load(std::filesystem::path(YONGDI_DATA_DIR) / "rules", "china");
  return kChina;
}

}  // namespace yongdi::idle::testing
