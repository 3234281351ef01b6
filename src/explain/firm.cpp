// The story of a firm rated per mu: what each item was worth to it, where that puts it in its group, and where the classes end.
#include <algorithm>

#include "explain/parts.hpp"
#include "explain/phrases.hpp"
#include "rulebook/parameters.hpp"
#include "screening/rating.hpp"

namespace yongdi::explain {

namespace {

using screening::Formula;
using screening::Item;

constexpr int kDecimals = 4;
constexpr rulebook::Name kLeastPoints = "rating.least_points_share";
constexpr rulebook::Name kClasses[] = {"rating.class_a_share", "rating.class_b_share", "rating.class_c_share"};
constexpr std::string_view kLetters[] = {"A", "B", "C"};

Text named(std::string_view item) {
  if (item == "bonus") return {"加分（不得为负数）", "points added (not below zero)"};
  if (item == "malus") return {"扣分（不得为负数）", "points taken off (not below zero)"};
  const auto known = screening::find_item(item);
  if (!known) return same(std::string(item));
  switch (*known) {
    case Item::tax_per_mu:
      return {"亩均税收（万元/亩）", "tax per mu (×10⁴ yuan)"};
    case Item::revenue_per_mu:
      return {"亩均营业收入（万元/亩）", "revenue per mu (×10⁴ yuan)"};
    case Item::output_per_mu:
      return {"亩均产值（万元/亩）", "output per mu (×10⁴ yuan)"};
    case Item::value_added_per_mu:
      return {"亩均增加值（万元/亩）", "value added per mu (×10⁴ yuan)"};
    case Item::value_added_per_energy:
      return {"单位能耗增加值（万元/吨标准煤）", "value added per tonne of standard coal (×10⁴ yuan)"};
    case Item::value_added_per_emission:
      return {"单位排放增加值（万元/吨）", "value added per tonne emitted (×10⁴ yuan)"};
    case Item::tax_per_kwh:
      return {"单位电耗税收（元/千瓦时）", "tax per kWh (yuan)"};
    case Item::labour_productivity:
      return {"全员劳动生产率（万元/人）", "value added per employee (×10⁴ yuan)"};
    case Item::research_share:
      break;
  }
  return {"研发投入占营业收入", "research spending against revenue"};
}

Text amount(ledger::Number value) { return value ? same(figure(*value, kDecimals)) : unknown(); }

Section points(const FirmFile& file, const Ground& ground) {
  Section section{{"得分", "Points"}, false, {}, {}};
  Steps steps(section);
  const auto formula = screening::find_formula(file.formula);
  if (formula == Formula::benchmark) {
    steps.add("公式 S1：项目值 ÷ 基准值 × 权重。", "Formula S1: value ÷ benchmark × weight.");
  } else if (formula == Formula::min_max) {
    const rulebook::InForce held = ground.law.rules().find(kLeastPoints, ground.law.as_of());
    const Text least = held.parameter != nullptr ? same(share(held.parameter->value)) : unknown();
    steps.add("公式 S2：组内最低者得权重的 " + least.zh + "，最高者得全部权重，其余按所处位置得分。",
              "Formula S2: the least of the group gets " + least.en + " of the weight, the most all of it, the others by their place between.",
              ground.law.cite({kLeastPoints}));
  } else if (formula == Formula::weighted_rank) {
    steps.add("公式 S3：权重 ×（有数的家数 − 名次 + 1）÷ 有数的家数，逐项排名。",
              "Formula S3: weight × (firms with a figure − rank + 1) ÷ firms with a figure, item by item.");
  }
  for (const ledger::FirmRatingPartRow& part : file.parts) {
    const Text item = named(part.item), value = amount(part.value), got = amount(part.points), weight = amount(part.weight);
    const Text benchmark =
        part.benchmark ? Text{"，基准值 " + figure(*part.benchmark, kDecimals), ", benchmark " + figure(*part.benchmark, kDecimals)} : Text{};
    steps.add(item.zh + " " + value.zh + benchmark.zh + "，权重 " + weight.zh + "：得分 " + got.zh + "。",
              item.en + " " + value.en + benchmark.en + ", weight " + weight.en + ": points " + got.en + ".");
  }
  if (file.row.bonus || file.row.malus) {
    const Text bonus = amount(file.row.bonus.value_or(0)), malus = amount(file.row.malus.value_or(0));
    steps.add("各项之和另加 " + bonus.zh + " 分、扣 " + malus.zh + " 分，按所录加分、扣分。",
              "To the sum of the items " + bonus.en + " points are added and " + malus.en + " taken off, as recorded.");
  }
  return section;
}

// Up to which share of the group each class reaches, as the project or a rule document says.
Section classes(const FirmFile& file, const Ground& ground) {
  Section section{{"等级", "Class"}, false, {}, {}};
  Steps steps(section);
  std::vector<Text> ends;
  for (std::size_t i = 0; i < std::size(kClasses); ++i) {
    const rulebook::InForce held = ground.law.rules().find(kClasses[i], ground.law.as_of());
    const auto cut = i < file.own_cuts.size()    ? measures::Exact::parse(file.own_cuts[i])
                     : held.parameter != nullptr ? std::optional(held.parameter->value)
                                                 : std::nullopt;
    const Text end = cut ? same(share(*cut)) : unknown();
    const std::string letter(kLetters[i]);
    ends.push_back({letter + " 类至前 " + end.zh + "（含）", "class " + letter + " down to the first " + end.en + ", included"});
  }
  const Text all = joined(ends, {"，", ", "});
  const Text whose = file.own_cuts.empty() ? Text{} : Text{"（项目文件所定）", " (set by the project file)"};
  const std::string ranked = std::to_string(file.row.ranked_firms.value_or(0));
  steps.add("组内有得分的 " + ranked + " 家按得分排名，得分相同取较好名次：" + all.zh + "，其余为 D 类" + whose.zh + "。",
            "The " + ranked + " firms of the group that have a total are ranked, equal totals sharing the better place: " + all.en +
                ", the rest class D" + whose.en + ".",
            file.own_cuts.empty() ? ground.law.cite({kClasses[0], kClasses[1], kClasses[2]}) : std::vector<Citation>{});
  return section;
}

Text verdict(const ledger::FirmRatingRow& row) {
  if (!row.total) {
    std::vector<Text> missing;
    for (std::string_view rest = row.missing ? std::string_view(*row.missing) : std::string_view(); !rest.empty();) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      missing.push_back(named(rest.substr(0, comma)));
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    const Text all = list(missing);
    return {"得分未知，不排名、不定等级；缺少：" + all.zh + "。", "No total, so neither rank nor class; wanting: " + all.en + "."};
  }
  const std::string total = figure(*row.total, kDecimals), rank = std::to_string(row.rank.value_or(0)),
                    ranked = std::to_string(row.ranked_firms.value_or(0));
  const Text rating = row.rating ? Text{"，等级 " + *row.rating, ", class " + *row.rating} : Text{"，等级未知", ", class unknown"};
  return {"得分 " + total + "，在组内有得分的 " + ranked + " 家中列第 " + rank + rating.zh + "。",
          "Total " + total + ", place " + rank + " among the " + ranked + " firms of its group that have one" + rating.en + "."};
}

}  // namespace

Story tell_firm(const FirmFile& file, const Ground& ground) {
  const ledger::FirmRatingRow& row = file.row;
  Story story;
  story.subject = "firm";
  story.id = row.firm_id;
  story.title = Text{"企业 ", "Firm "} + same(row.firm_id + (row.name ? "  " + *row.name : ""));
  if (row.year) story.head.push_back({{"数据年度", "Year"}, same(std::to_string(*row.year))});
  if (row.group)
    story.head.push_back(
        {{"分组", "Group"},
         *row.group == "above_scale" ? Text{"规模以上", "above the designated size"} : Text{"规模以下", "below the designated size"}});
  story.head.push_back({{"用地", "Land"}, square_metres(row.land_m2)});
  add_ground(story, ground);
  story.verdict = verdict(row);
  story.sections.push_back(points(file, ground));
  story.sections.push_back(classes(file, ground));
  story.sections.push_back(documents_section(story.sections, ground.rules_missing));
  return story;
}

}  // namespace yongdi::explain
