// The table of disposal tasks, for planners: by rate and by ceiling, by year of approval, and what a square metre then earns. Areas in mu.
#include <gtest/gtest.h>

#include "../case_table.hpp"
#include "example.hpp"

namespace {

using namespace yongdi;
using namespace yongdi::quota;
using namespace yongdi::quota::testing;
using measures::Exact;
using yongdi::testing::case_table;
using yongdi::testing::parts;
using yongdi::testing::Record;
using yongdi::testing::share_or_none;

std::string in_mu(const Exact& area_m2) { return (area_m2 / kMu.factor()).to_string(); }
std::optional<int> year(const std::string& written) { return written.empty() || written == "?" ? std::nullopt : std::optional(std::stoi(written)); }

// "unsupplied >=30% of 1000 in 2009-2018", "idle <=70 of 100"
Task task(const std::string& written) {
  const auto words = parts(written, ' ');
  Task result;
  result.park = "X";
  result.kind = kind_of(words.at(0)).value();
  result.ceiling = words.at(1).starts_with("<=");
  const std::string target = words.at(1).substr(2);
  result.target = result.ceiling ? mu(target.c_str()) : share_or_none(target).value();
  result.base_m2 = mu(words.at(3).c_str());
  if (words.size() > 4) {
    const auto dash = words.at(5).find('-');
    result.cohort_from = year(words.at(5).substr(0, dash));
    result.cohort_to = year(words.at(5).substr(dash + 1));
  }
  return result;
}

// "unsupplied 2018 300", with ? for a year of approval that is not known
Disposed disposed(const std::string& written) {
  const auto words = parts(written, ' ');
  return {kind_of(words.at(0)).value(), year(words.at(1)), mu(words.at(2).c_str()), 1};
}

TEST(Tables, DisposalTasks) {
  const rulebook::Rulebook law = rules();
  const Parameters parameters(law, kDay);
  for (const Record& each : case_table("tasks.csv")) {
    SCOPED_TRACE(each.at("case") + " " + each.at("name") + ": " + each.at("note"));
    Case input = case_of(Rule::linked, {park("X")}, "1000000");
    for (const std::string& one : parts(each.at("tasks"), ';')) input.tasks.push_back(task(one));
    for (const std::string& one : parts(each.at("disposals"), ';')) input.disposed[0].push_back(disposed(one));
    const Outcome outcome = derive(input, parameters);
    std::string land, figures, done;
    for (std::size_t i = 0; i < outcome.tasks.size(); ++i) {
      const TaskDone& told = outcome.tasks[i];
      const std::string between = i == 0 ? "" : "; ";
      land += between + in_mu(told.disposed_m2);
      figures += between + (!told.figure ? "-" : input.tasks[i].ceiling ? in_mu(*told.figure) : told.figure->to_string());
      done += between + (told.done ? "yes" : "no");
    }
    EXPECT_EQ(land, each.at("expect_disposed"));
    EXPECT_EQ(figures, each.at("expect_figure"));
    EXPECT_EQ(done, each.at("expect_done"));
    EXPECT_EQ(to_text(outcome.parks[0].completion), each.at("expect_completion"));
    EXPECT_EQ(in_mu(outcome.parks[0].credit_m2), each.at("expect_credit"));
  }
}

}  // namespace
