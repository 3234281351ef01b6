#pragma once
// Quota as a ledger of typed entries: what was granted or carried over, what was used on the day an approval took it, what lapsed unused, and what is
// left of each type.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/failure.hpp"
#include "measures/day.hpp"
#include "measures/exact.hpp"

namespace yongdi::quota {

// NAT key projects of state and province, STK earned by disposal, BASE base, SPEC city special, OWN county's own, IND provincial industry, RWD
// reward, LNK linked rural reduction, REC reclamation, RUR rural.
inline constexpr std::string_view kEntryTypes = "NAT STK BASE SPEC OWN IND RWD LNK REC RUR";
findings::Text type_words(std::string_view type);
findings::Text type_with_code(std::string_view type);  // "STK 存量处置核定"

enum class Movement : std::uint8_t { grant, carry, use, lapse };
inline constexpr Movement kMovements[] = {Movement::grant, Movement::carry, Movement::use, Movement::lapse};
std::string_view to_text(Movement movement);
findings::Text words(Movement movement);  // 下达

struct Entry {
  std::string park, type;
  Movement movement = Movement::grant;
  measures::Exact amount_m2;  // not below 0, whatever the movement
  std::string document;
  std::optional<measures::Day> day;  // empty: some day of the plan year
};

struct TypeBalance {
  std::string park, type;
  measures::Exact granted_m2, used_m2, lapsed_m2;
  measures::Exact balance_m2;              // granted − used − lapsed; below 0 when more was used than there was
  std::optional<measures::Day> overdrawn;  // the first day on which more was used than there was
  measures::Exact overdrawn_m2;            // by how much, then
};

struct Entries {
  std::vector<Entry> entries;  // by park, type, day; with the lapses that follow from `carry_years`
  std::vector<TypeBalance> balances;
  std::vector<std::size_t> later;  // positions in the input of entries after the plan year: not counted
};

// Up to the last day of `year`. Older land is used first; a grant serves its own year and `carry_years` more, then what is left of it lapses. A
// carried amount belongs to the year before it was entered. Empty carry_years: nothing lapses.
Entries balance(const std::vector<Entry>& entries, int year, std::optional<int> carry_years);

}  // namespace yongdi::quota
