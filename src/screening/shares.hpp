#pragma once
// Two more tests on a parcel: research spending against sales (new projects in high-tech zones), and how much of an industrial parcel serves office and
// living instead of industry (房地产化). Both are told by colour or yes and no; neither decides a class of land.
#include <optional>
#include <string>
#include <vector>

#include "measures/day.hpp"
#include "screening/screen.hpp"

namespace yongdi::screening {

struct ResearchFacts {
  std::string level;  // of the nearest park with a level: "national", "provincial", …
  std::optional<measures::Day> contract_on, finished_on;
  std::optional<measures::Exact> spending, revenue;  // 万元
  bool case_by_case = false;                         // a major project, its share agreed case by case (一事一议)
  bool recorded = false;                             // whether the register keeps spending at all
};
// Empty when the test does not concern the parcel: no document in force asks for it, the park is neither national nor provincial, the project came
// before the document, or is not yet in production. outcome: "pass", "fail", "exempt", or "unknown".
std::optional<Test> research(const ResearchFacts& facts, const rulebook::Rulebook& rules, measures::Day as_of);

enum class Colour : std::uint8_t { green, amber, red };
std::string_view to_text(Colour colour);

struct SupportingFacts {
  Share land, floor;  // office and living land / parcel; office and living floor area / floor area
  bool rental_approved = false, new_industry = false;  // 保障性租赁住房; M0
};
// One test for land, one for floor area; nothing for a share that is not known and whose column nobody keeps.
std::vector<Test> supporting(const SupportingFacts& facts, const Thresholds& thresholds, const Thresholds::Place& place);

// Industrial land of all built land: at least `green` is green, at least `amber` amber.
std::optional<Colour> industrial_colour(std::optional<double> share, const Threshold& green, const Threshold& amber);

}  // namespace yongdi::screening
