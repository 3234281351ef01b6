// Judges a city in a moment: a million verdicts on one core, of parcels in every class, one in eight with two causes that overlap. Prints the seconds
// of processor time that they took and how many of each class came out; links the room of the rule and nothing that knows a shape.
//
//   million_verdicts RULES_FOLDER
#include <array>
#include <cstdio>
#include <ctime>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "idle/verdict.hpp"
#include "rulebook/rulebook.hpp"

namespace {

using namespace yongdi;
using idle::CausePeriod;
using idle::Facts;
using measures::Certainty;
using measures::Day;
using measures::Exact;

constexpr int kVerdicts = 1'000'000;
constexpr int kStartDays = 1500;  // start days spread over four years, so that every term is met and missed

Day day(std::string_view text) { return *Day::parse_iso(text); }

Facts supplied() {
  Facts facts;
  facts.contract_on = day("2015-01-01");
  facts.price = Exact(1200);
  return facts;
}

Facts stopped() {
  Facts facts = supplied();
  facts.started_on = facts.permit_on = day("2022-01-01");
  facts.stopped_on = day("2022-06-01");
  facts.area_to_develop = Exact(30000);
  facts.area_developed = Exact(9000);
  return facts;
}

Facts delayed() {
  Facts facts = supplied();
  facts.more_causes = {CausePeriod{idle::Cause::G1, day("2022-02-01"), day("2022-06-30"), Certainty::yes},
                       CausePeriod{idle::Cause::G4, day("2022-05-01"), day("2022-08-01"), Certainty::yes}};
  return facts;
}

Facts finished() {
  Facts facts = supplied();
  facts.started_on = facts.permit_on = day("2019-01-01");
  facts.finished_on = day("2021-01-01");
  return facts;
}

Facts extended() {
  Facts facts = supplied();
  facts.extension_signed_on = day("2022-01-01");
  facts.extension_start_due = day("2023-01-01");
  return facts;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::fputs("usage: million_verdicts RULES_FOLDER\n", stderr);
    return 2;
  }
  const Day as_of = day("2025-01-01");
  const idle::Terms terms = idle::terms(rulebook::Rulebook::load(words[1], "china"), as_of);
  std::array<Facts, 8> parcels = {supplied(), stopped(), delayed(), finished(), extended(), supplied(), supplied(), supplied()};
  std::map<std::string_view, int> of_class;
  const Day first = day("2021-01-01");
  const std::clock_t begin = std::clock();
  for (int i = 0; i < kVerdicts; ++i) {
    Facts& facts = parcels.at(static_cast<std::size_t>(i) % parcels.size());
    facts.start_due = first + i % kStartDays;
    const idle::Verdict verdict = idle::judge(facts, terms, as_of);
    ++of_class[verdict.idle_class ? to_text(*verdict.idle_class) : std::string_view("none")];
  }
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::printf("%d verdicts in %.3f s\n", kVerdicts, seconds);
  for (const auto& [name, parcels_of_it] : of_class) std::printf("%.*s %d\n", static_cast<int>(name.size()), name.data(), parcels_of_it);
  return 0;
}
