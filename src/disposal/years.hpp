#pragma once
// Two ledgers of the same parks, one per day, as the plain values that the questions of this room need; and the land itself, cut into pieces on each
// of which one thing was true on either day.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/table.hpp"
#include "idle/verdict.hpp"
#include "measures/day.hpp"
#include "quota/disposal.hpp"

namespace yongdi::disposal {

using measures::Day;
using quota::Kind;

struct Parcel {
  std::string id;
  bool supplied = false;  // by that day
  bool idle = false, inefficient = false;
  std::optional<Day> idle_since;
  std::optional<int> cohort;          // year of the approval it was supplied out of
  std::optional<facts::Table> facts;  // one row; only of parcels whose land is in the stock or moved
  bool measured = true;               // its outline can be relied on: the land that it took is known
  bool numbered = true;               // its id is the source's own and no one else's, so that it names a contract
};

struct Approval {
  std::string id;
  std::optional<Day> approved_on;
  std::optional<int> cohort;
  bool exists = false;                // approved by that day, or on a day nobody recorded
  std::optional<facts::Table> facts;  // one row
};

struct Year {
  Day day;
  std::vector<Parcel> parcels;
  std::vector<Approval> approvals;
  std::map<std::string, std::uint32_t> parcel_of, approval_of;  // by key()
  idle::Terms terms;                                            // of the law in force on that day
  std::map<std::string, std::string> law;                       // parameter in force → value and document
};
// The key under which the two ledgers' approvals are matched: numbers are written with brackets of either width. Parcels match by their id as it is.
std::string approval_key(std::string_view id);

struct Years {
  const Year &first, &second;
  // An event counts from the day after the first day to the second day, both included.
  [[nodiscard]] bool between(std::optional<Day> day) const { return day && *day > first.day && *day <= second.day; }
};

// What a piece of land is in the stock on one day: unsupplied land of an approval, or land of an idle or inefficient parcel.
struct Stock {
  Kind kind = Kind::unsupplied;
  std::uint32_t subject = 0;        // position among the approvals or the parcels of that year
  std::optional<std::string> park;  // the park that holds the land; empty outside all parks
  std::uint32_t unit = 0;           // for drawing: which shape it is part of; means nothing here
};

struct Ground {
  std::optional<Stock> stock;
  std::vector<std::uint32_t> parcels;    // every parcel that lies there, supplied or not, ascending
  std::vector<std::uint32_t> approvals;  // every approval that covers it, ascending
};

struct Piece {
  Ground first, second;
  double area_m2 = 0;
};

// The line of the balance a piece of the stock belongs to.
struct Cell {
  std::optional<std::string> park;
  Kind kind = Kind::unsupplied;
  std::optional<int> cohort;
  friend auto operator<=>(const Cell&, const Cell&) = default;
};
Cell cell(const Year& year, const Stock& stock);
const std::string& subject_id(const Year& year, const Stock& stock);

}  // namespace yongdi::disposal
