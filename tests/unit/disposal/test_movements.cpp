#include <gtest/gtest.h>

#include <random>

#include "disposal/balance.hpp"

namespace {

using namespace yongdi;
using namespace yongdi::disposal;

Day day(std::string_view text) { return Day::parse_iso(text).value(); }

facts::Table table(facts::Layer layer, const std::map<std::string, facts::Value>& values) {
  facts::Table result;
  result.layer = layer;
  result.sources = {"drawn"};
  result.rows.emplace_back();
  const auto fields = facts::fields(layer);
  for (std::size_t field = 0; field < fields.size(); ++field) {
    const auto found = values.find(std::string(fields[field].name));
    if (found == values.end()) continue;
    result.columns.push_back(field);
    result.rows.front().values.push_back(found->second);
  }
  return result;
}

idle::Terms terms(int idle_after_years) {
  idle::Terms result;
  result.idle_after_years = idle_after_years;
  result.recover_after_years = 2;
  result.stop_after_years = 1;
  return result;
}

Year year(std::string_view as_of, int idle_after_years) {
  Year result;
  result.day = day(as_of);
  result.terms = terms(idle_after_years);
  result.law["idle.idle_after_years"] = std::to_string(idle_after_years);
  return result;
}

void add_parcel(Year& year, const std::string& id, const std::map<std::string, facts::Value>& values) {
  Parcel parcel{id, true, false, false, {}, 2015, table(facts::Layer::parcels, values)};
  const idle::Verdict verdict = idle::judge(idle::FactsReader(*parcel.facts).read(parcel.facts->rows.front(), year.day), year.terms, year.day);
  parcel.idle = verdict.idle == idle::Idle::yes;
  parcel.idle_since = verdict.idle_since;
  year.parcel_of[id] = static_cast<std::uint32_t>(year.parcels.size());
  year.parcels.push_back(std::move(parcel));
}

// One parcel of 100 m² that lies in the same place on both days.
std::vector<Movement> told(const Years& years) {
  Piece piece;
  piece.area_m2 = 100;
  piece.first.parcels = piece.second.parcels = {0};
  if (years.first.parcels[0].idle) piece.first.stock = Stock{Kind::idle, 0, "K1", 0};
  if (years.second.parcels[0].idle) piece.second.stock = Stock{Kind::idle, 0, "K1", 0};
  return movements(years, std::vector{piece});
}

TEST(IdleLand, LeavesByTheLawTheDataOrAnEvent) {
  const std::map<std::string, facts::Value> never = {{"contract_on", day("2019-01-01")}, {"start_due", day("2020-01-01")}};
  auto started = never;
  started["permit_on"] = day("2024-02-01");
  started["started_on"] = day("2024-03-01");
  auto started_long_ago = never;
  started_long_ago["permit_on"] = day("2020-02-01");
  started_long_ago["started_on"] = day("2020-03-01");

  struct Case {
    const char* what;
    std::map<std::string, facts::Value> first, second;
    int law_second;
    Event event;
    const char* fields;
  };
  for (const Case& each :
       {Case{"started in between", never, started, 1, Event::work_started, ""},
        Case{"both ledgers already know of the start", started, started, 1, Event::work_started, ""},
        Case{"a start before the first day, entered late", never, started_long_ago, 1, Event::facts_changed, "permit_on,started_on"},
        Case{"another law", never, never, 9, Event::parameters_changed, "idle.idle_after_years"},
        Case{"another law, and a start that no longer matters", never, started, 9, Event::parameters_changed, "idle.idle_after_years"}}) {
    Year first = year("2023-12-31", 1), second = year("2024-12-31", each.law_second);
    add_parcel(first, "P1", each.first);
    add_parcel(second, "P1", each.second);
    ASSERT_TRUE(first.parcels[0].idle) << each.what;
    ASSERT_FALSE(second.parcels[0].idle) << each.what;
    const auto moved = told({first, second});
    ASSERT_EQ(moved.size(), 1U) << each.what;
    EXPECT_EQ(moved[0].reason.event, each.event) << each.what << ": " << info(moved[0].reason.event).code;
    EXPECT_EQ(moved[0].reason.fields, each.fields) << each.what;
    EXPECT_EQ(moved[0].earns(), each.event == Event::work_started) << each.what;
  }
}

TEST(IdleLand, EntersByTimeOrByData) {
  Year first = year("2023-12-31", 1), second = year("2024-12-31", 1);
  const std::map<std::string, facts::Value> due = {{"contract_on", day("2022-01-01")}, {"start_due", day("2023-06-01")}};
  add_parcel(first, "P1", due);
  add_parcel(second, "P1", due);
  auto moved = told({first, second});
  ASSERT_EQ(moved.size(), 1U);
  EXPECT_EQ(moved[0].reason.event, Event::became_idle);
  EXPECT_EQ(moved[0].reason.on, day("2024-06-02"));  // the full year is over at the end of the anniversary
  EXPECT_FALSE(moved[0].earns());

  Year corrected = year("2024-12-31", 1);
  add_parcel(corrected, "P1", {{"contract_on", day("2019-01-01")}, {"start_due", day("2020-01-01")}});
  moved = told({first, corrected});
  ASSERT_EQ(moved.size(), 1U);
  EXPECT_EQ(moved[0].reason.event, Event::facts_changed);
  EXPECT_EQ(moved[0].effect(), Effect::data);
}

TEST(UnsuppliedLand, EarnsOnlyWhereTheParcelThatTookItIsMeasuredAndNumbered) {
  for (const auto& [measured, numbered] : {std::pair{true, true}, {false, true}, {true, false}}) {
    Year first = year("2023-12-31", 1), second = year("2024-12-31", 1);
    first.approvals.push_back({"A1", day("2017-05-01"), 2017, true, {}});
    second.approvals.push_back({"A1", day("2017-05-01"), 2017, true, {}});
    add_parcel(second, "P1", {{"contract_on", day("2024-03-01")}});
    second.parcels[0].measured = measured;
    second.parcels[0].numbered = numbered;
    Piece piece;
    piece.area_m2 = 100;
    piece.first.approvals = piece.second.approvals = piece.second.parcels = {0};
    piece.first.stock = Stock{Kind::unsupplied, 0, "K1", 0};
    const auto moved = movements({first, second}, std::vector{piece});
    ASSERT_EQ(moved.size(), 1U);
    EXPECT_EQ(moved[0].reason.event, measured ? Event::contract : Event::outline_unusable);
    EXPECT_EQ(moved[0].earns(), measured && numbered);
  }
}

TEST(Reductions, AreBookedOnceAndNeverBeyondTheStock) {
  const auto approval = [](Year& year, double withdrawn) {
    Approval result{"A1", day("2017-05-01"), 2017, true, {}};
    std::map<std::string, facts::Value> values = {{"approved_on", day("2017-05-01")}};
    if (withdrawn > 0) {
      values["withdrawn_area"] = measures::Exact::from_double(withdrawn).value();
      values["withdrawn_on"] = day("2024-08-01");
      values["withdrawn_doc"] = std::string("粤〔2024〕3号");
    }
    result.facts = table(facts::Layer::approvals, values);
    year.approval_of[approval_key("A1")] = 0;
    year.approvals.push_back(std::move(result));
  };
  const std::vector<std::vector<ParkShare>> stock = {{{"K1", 600}, {"K2", 200}}};
  Movement by_outline{Direction::left, {"K1", Kind::unsupplied, 2017}, "A1", 0, {}, 100, true, 0};
  by_outline.reason.event = Event::approval_outline;
  struct Case {
    double withdrawn, expected_drawn, expected_on_paper, expected_outline;
  };
  for (const Case& each : {Case{0, 0, 0, 100}, Case{60, 60, 0, 40}, Case{100, 100, 0, 0}, Case{170, 100, 70, 0}, Case{5000, 100, 700, 0}}) {
    Year first = year("2023-12-31", 1), second = year("2024-12-31", 1);
    approval(first, 0);
    approval(second, each.withdrawn);
    std::vector<Movement> all = {by_outline};
    book_reductions({first, second}, stock, all);
    double drawn = 0, on_paper = 0, outline = 0;
    for (const Movement& movement : all) {
      if (movement.reason.event == Event::approval_outline) outline += movement.area_m2;
      if (movement.reason.event != Event::withdrawn) continue;
      (movement.drawn ? drawn : on_paper) += movement.area_m2;
      EXPECT_TRUE(movement.earns());
      EXPECT_EQ(movement.reason.document, "粤〔2024〕3号");
    }
    EXPECT_DOUBLE_EQ(drawn, each.expected_drawn) << each.withdrawn;
    EXPECT_NEAR(on_paper, each.expected_on_paper, 1e-9) << each.withdrawn;
    EXPECT_DOUBLE_EQ(outline, each.expected_outline) << each.withdrawn;
  }
}

// 800 m² stand in the stock, some of which were withdrawn on paper before; what earns is never more than the rest, the earliest disposals first.
TEST(WithdrawnLand, DoesNotEarnAgain) {
  const std::vector<std::vector<ParkShare>> stock = {{{"K1", 600}, {"K2", 200}}};
  struct Case {
    double withdrawn, march, june, expected_march, expected_june;
  };
  for (const Case& each : {Case{0, 500, 300, 500, 300}, Case{100, 400, 300, 400, 300}, Case{100, 500, 300, 500, 200}, Case{300, 500, 300, 500, 0},
                           Case{500, 500, 300, 300, 0}, Case{900, 500, 300, 0, 0}}) {
    Year first = year("2024-12-31", 1), second = year("2025-12-31", 1);
    first.approvals.push_back({"A1", day("2017-05-01"), 2017, true, {}});
    std::vector<Movement> all;
    for (const auto& [on, area, park] : {std::tuple{"2025-03-01", each.march, "K1"}, std::tuple{"2025-06-01", each.june, "K2"}}) {
      Movement movement{Direction::left, {park, Kind::unsupplied, 2017}, "A1", 0, {}, area, true, 0};
      movement.reason.event = Event::contract;
      movement.reason.on = day(on);
      movement.reason.document = on;
      all.push_back(std::move(movement));
    }
    // An outline that changed earns nothing anyway, and other approvals have nothing to do with it.
    Movement outline = all.front(), other = all.front();
    outline.reason.event = Event::approval_outline;
    other.subject_id = "A2";
    all.push_back(outline);
    all.push_back(other);
    withhold_paid({first, second}, stock, std::vector{each.withdrawn}, all);
    std::map<std::string, double> earned;
    double disposed = 0;
    for (const Movement& movement : all) {
      if (movement.effect() != Effect::disposed) continue;
      disposed += movement.area_m2;
      if (movement.earns()) earned[*movement.subject_id + " " + movement.reason.document] += movement.area_m2;
    }
    EXPECT_DOUBLE_EQ(disposed, each.march + each.june + other.area_m2) << each.withdrawn;
    EXPECT_DOUBLE_EQ(earned["A1 2025-03-01"], each.expected_march) << each.withdrawn;
    EXPECT_DOUBLE_EQ(earned["A1 2025-06-01"], each.expected_june) << each.withdrawn;
    EXPECT_DOUBLE_EQ(earned["A2 2025-03-01"], other.area_m2) << each.withdrawn;
  }
}

// Whatever became of the land: what stood, less what left, plus what entered, is what stands.
TEST(Balance, ClosesForAnyPairOfYears) {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    std::mt19937 random(seed);
    const auto any = [&](int below) { return static_cast<std::uint32_t>(random() % static_cast<unsigned>(below)); };
    Year first = year("2023-12-31", 1), second = year("2024-12-31", any(4) == 0 ? 3 : 1);
    for (Year* each : {&first, &second}) {
      for (std::uint32_t i = 0; i < 6; ++i) {
        const std::string id = "P" + std::to_string(any(3) + 3 * i);  // some in both years, some in one
        std::map<std::string, facts::Value> values = {{"contract_on", day(any(2) == 0 ? "2019-01-01" : "2024-02-01")},
                                                      {"start_due", day(any(2) == 0 ? "2020-01-01" : "2023-06-01")}};
        if (any(3) == 0) values["started_on"] = values["permit_on"] = day("2024-03-01");
        if (any(5) == 0) values.erase("contract_on");
        add_parcel(*each, id, values);
        each->parcels.back().cohort = 2010 + static_cast<int>(any(3));
      }
      for (std::uint32_t i = 0; i < 4; ++i) {
        const std::string id = "A" + std::to_string(any(2) + 2 * i);
        const Day approved = day(any(4) == 0 ? "2024-05-01" : "2018-05-01");
        each->approval_of[approval_key(id)] = i;
        each->approvals.push_back(
            {id, approved, approved.year(), approved <= each->day, table(facts::Layer::approvals, {{"approved_on", approved}})});
      }
    }
    std::map<Cell, Standing> standing;
    std::vector<Piece> pieces;
    for (int i = 0; i < 60; ++i) {
      Piece piece;
      piece.area_m2 = 1 + any(1000);
      for (const bool is_second : {false, true}) {
        const Year& of = is_second ? second : first;
        Ground& ground = is_second ? piece.second : piece.first;
        if (any(2) == 0) ground.parcels.push_back(any(6));
        if (any(3) != 0) ground.approvals.push_back(any(4));
        const std::optional<std::string> park = any(5) == 0 ? std::nullopt : std::optional("K" + std::to_string(any(2)));
        if (!ground.parcels.empty() && of.parcels[ground.parcels[0]].idle)
          ground.stock = Stock{Kind::idle, ground.parcels[0], park, 0};
        else if (ground.parcels.empty() && !ground.approvals.empty() && of.approvals[ground.approvals[0]].exists)
          ground.stock = Stock{Kind::unsupplied, ground.approvals[0], park, 0};
        if (ground.stock) standing[cell(of, *ground.stock)].*(is_second ? &Standing::second_m2 : &Standing::first_m2) += piece.area_m2;
      }
      pieces.push_back(std::move(piece));
    }
    const auto moved = movements({first, second}, pieces);
    for (const Line& line : balance(standing, moved, 0.01)) {
      EXPECT_NEAR(line.residual_m2(), 0, 1e-9) << "seed " << seed;
      EXPECT_TRUE(line.closes()) << "seed " << seed;
    }
    for (const Movement& movement : moved) {
      EXPECT_TRUE(!movement.earns() || movement.direction == Direction::left) << "seed " << seed;
      EXPECT_TRUE(!movement.earns() || (first.day < *movement.reason.on && *movement.reason.on <= second.day)) << "seed " << seed;
    }
  }
}

TEST(Balance, SaysWhenALineDoesNotClose) {
  std::map<Cell, Standing> standing;
  standing[{"K1", Kind::unsupplied, 2017}] = {500, 400.5, 3};
  Movement sold{Direction::left, {"K1", Kind::unsupplied, 2017}, "A1", 0, {}, 100, true, 0};
  sold.reason.event = Event::contract;
  const auto lines = balance(standing, std::vector{sold}, 0.01);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_DOUBLE_EQ(lines[0].residual_m2(), 0.5);
  EXPECT_FALSE(lines[0].closes());
}

TEST(Events, StandInTheOrderOfTheirEnumeration) {
  for (const EventInfo& each : events()) EXPECT_EQ(info(each.event).code, each.code);
}

}  // namespace
