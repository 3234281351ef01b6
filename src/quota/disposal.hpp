#pragma once
// Land that left the stock of unsupplied, idle or inefficient land: what earns quota. From a table a bureau keeps, or from two ledgers compared.
#include <cstdint>
#include <optional>
#include <string_view>

#include "findings/failure.hpp"
#include "measures/day.hpp"
#include "measures/exact.hpp"

namespace yongdi::quota {

enum class Kind : std::uint8_t { unsupplied, idle, inefficient };
inline constexpr Kind kKinds[] = {Kind::unsupplied, Kind::idle, Kind::inefficient};
std::string_view to_text(Kind kind);                 // "unsupplied", as in tables
std::optional<Kind> kind_of(std::string_view text);  // the way back
findings::Text words(Kind kind);                     // "批而未供", "unsupplied"

// Its texts are kept by whoever made it (facts::Texts): there may be a million.
struct Disposal {
  std::string_view park;     // id of the (leaf) park whose land it was
  std::string_view subject;  // id of the parcel (idle, inefficient) or of the approval (unsupplied)
  Kind kind = Kind::unsupplied;
  std::optional<int> cohort;               // year of the approval; empty when not known
  measures::Exact area_m2;                 // disposed, not below zero
  std::optional<measures::Day> closed_on;  // of the document that closed it; empty when not known
  std::string_view document;               // its number; empty when none is on record
  std::string_view event;                  // what ended it: "contract", "started", "withdrawn", …; empty when the source does not say
};

}  // namespace yongdi::quota
