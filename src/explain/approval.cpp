// The story of an approval: the same question answered by outlines and by the books, side by side.
#include <algorithm>
#include <cmath>

#include "explain/parts.hpp"
#include "explain/phrases.hpp"
#include "supply/account.hpp"

namespace yongdi::explain {

namespace {

using ledger::ApprovalRow;
using measures::Exact;

constexpr std::string_view kFactsTold[] = {"approved_on",   "approved_area",       "withdrawn_area",   "withdrawn_on",
                                           "withdrawn_doc", "double_counted_area", "adjusted_out_area"};

constexpr std::size_t kParcelsOnPage = 30;

class Telling {
 public:
  Telling(const ApprovalFile& file, const Ground& ground)
      : m_file(file),
        m_row(file.row),
        m_law(ground.law),
        m_sliver_area_m2(ground.sliver_area_m2),
        m_asked(ground.ledger_day.has_value()),
        m_facts(supply::ApprovalFactsReader(file.facts).read(file.facts.rows.front())),
        m_terms(supply::terms(ground.law.rules(), ground.law.as_of())) {
    std::vector<std::optional<Exact>> areas;
    for (const LinkedParcel& parcel : file.parcels)
      if (counted(parcel)) areas.push_back(parcel.declared_area_m2);
    m_account = supply::account(m_facts, areas, ground.law.as_of());
  }

  [[nodiscard]] bool future() const { return m_facts.approved_on && *m_facts.approved_on > m_law.as_of(); }
  // Linked by number, and supplied by the as-of day: what the books count.
  [[nodiscard]] bool counted(const LinkedParcel& parcel) const {
    return parcel.link.linked_by != "geometry" && supply::is_supplied(parcel.contract_on, m_law.as_of());
  }

  // By the books, from the facts alone.
  [[nodiscard]] ApprovalRow derived() const {
    const auto number = [](const std::optional<Exact>& value) { return value ? ledger::Number(value->to_double()) : std::nullopt; };
    ApprovalRow row;
    if (future()) return row;
    row.supplied_declared_m2 = number(m_account.supplied_m2);
    row.unsupplied_declared_m2 = number(m_account.unsupplied_m2);
    row.over_supplied_m2 = number(m_account.over_supplied_m2);
    row.supply_rate = number(m_account.supply_rate);
    return row;
  }

  [[nodiscard]] bool differs_from_ledger() const {
    const ApprovalRow told = derived();
    return !future() && !m_asked &&
           (m_row.supplied_declared_m2 != told.supplied_declared_m2 || m_row.unsupplied_declared_m2 != told.unsupplied_declared_m2 ||
            m_row.over_supplied_m2 != told.over_supplied_m2 || m_row.supply_rate != told.supply_rate);
  }

  [[nodiscard]] Text sentence() const {
    if (future())
      return {"批准日期晚于审计基准日，基准日时尚不存在，不计入任何汇总。",
              "Approved after the as-of day: it does not exist yet and counts nowhere."};
    const auto number = [](const std::optional<Exact>& value) { return value ? std::optional(value->to_double()) : std::nullopt; };
    if (m_asked)
      return Text{"批而未供：按台账 ", "Approved but unsupplied, by the books: "} + hectares(number(m_account.unsupplied_m2)) +
             Text{"；供地率（按台账）", ". Rate of supply, by the books: "} + percent(number(m_account.supply_rate)) + Text{"。", "."};
    Text text = Text{"批而未供：按图形 ", "Approved but unsupplied: by outline "} + hectares(m_row.unsupplied_m2) +
                Text{"，按台账 ", ", by the books "} + hectares(m_row.unsupplied_declared_m2) +
                Text{"，两数并列，不合并；供地率（按台账）", "; the two stand side by side. Rate of supply, by the books: "} +
                percent(m_row.supply_rate);
    if (m_row.lapse_candidate == "yes") text = text + Text{"；批文可能失效", "; the approval may have lapsed"};
    return text + Text{"。", "."};
  }

  [[nodiscard]] Section figures() const {
    Section section{{"两个数是怎么来的", "Where the two figures come from"}, true, {}, {}};
    Steps steps(section);
    if (m_asked) {
      steps.add("按图形的数只有台账自己的那一天才有，其他日子须重新审计。",
                "The figure by outline is there for the ledger's own day alone; another day needs another audit.");
      by_books(steps);
      return section;
    }
    steps.add(Text{"按图形：面积 ", "By outline: area "} + square_metres(m_row.area_m2) + Text{" = 已供 ", " = supplied "} +
              square_metres(m_row.supplied_m2) + Text{" + 未供 ", " + unsupplied "} + square_metres(m_row.unsupplied_m2) +
              Text{" + 碎片 ", " + slivers "} + square_metres(m_row.sliver_m2) + Text{" + 与在先批次重叠 ", " + land of earlier approvals "} +
              square_metres(m_row.overlap_m2) + Text{"。", "."});
    by_books(steps);
    difference(steps);
    return section;
  }

  [[nodiscard]] Section parcels() const {
    Section section{{"供出的宗地", "Parcels supplied from it"}, false, {}, {}};
    section.table.push_back({{"宗地", "Parcel"}, {"合同日期", "Contract"}, {"压盖 m²", "Overlap m²"}, {"登记 m²", "Declared m²"}, {"关联", "Link"}});
    for (const LinkedParcel& parcel : m_file.parcels) {
      const std::string& by = parcel.link.linked_by;
      const Text link = by == "both" ? Text{"图形、文号", "outline, number"} : by == "number" ? Text{"文号", "number"} : Text{"图形", "outline"};
      const bool later = !supply::is_supplied(parcel.contract_on, m_law.as_of());
      section.table.push_back({same(parcel.link.parcel_id + (parcel.name ? " " + *parcel.name : "")), day(parcel.contract_on),
                               parcel.link.area_m2 ? same(figure(*parcel.link.area_m2, 2)) : unknown(),
                               parcel.declared_area_m2 ? same(figure(*parcel.declared_area_m2)) : unknown(),
                               later ? link + Text{"（基准日后供应，不计）", " (supplied later, not counted)"} : link});
    }
    section.rows_on_page = kParcelsOnPage;
    Steps steps(section);
    if (m_file.parcels.empty()) {
      section.table.clear();
      steps.add("没有宗地与之关联。", "No parcel is linked to it.");
      return section;
    }
    const auto counted_ones =
        std::count_if(m_file.parcels.begin(), m_file.parcels.end(), [&](const LinkedParcel& parcel) { return counted(parcel); });
    const std::string all = std::to_string(m_file.parcels.size()), some = std::to_string(counted_ones);
    const Text supplied = exact_m2(m_account.supplied_m2);
    steps.add("共关联 " + all + " 宗，其中按文号关联并在基准日前供应的 " + some + " 宗计入台账，登记面积合计 " + supplied.zh + "。",
              all + " parcels are linked; the " + some + " that name it and were supplied by the as-of day count in the books, with " + supplied.en +
                  " declared in all.");
    return section;
  }

  [[nodiscard]] Section lapse() const {
    Section section{{"是否可能失效", "May it have lapsed?"}, false, {}, {}};
    Steps steps(section);
    const auto over = supply::lapses_on(m_facts, m_terms);
    if (!m_facts.approved_on) {
      steps.add("没有批准日期，期限无法计算。", "No day of approval is recorded, so the term cannot be reckoned.");
    } else if (!over) {
      for (const std::string& name : m_terms.missing) {
        const Text why = m_law.why_missing(name);
        steps.add("期限所需的规则在审计基准日没有现行依据：" + why.zh + "。",
                  "The rule the term needs has no basis in force on the as-of day: " + why.en + ".");
      }
    } else {
      const bool passed = m_law.as_of() >= *over;
      const Text term = years(m_terms.lapse_after_years);
      const Text left = m_asked ? Text{"；剩余土地按图形计算，须重新审计才知道", "; what is left by outline only another audit can tell"}
                        : !m_row.unsupplied_m2 ? Text{"，图形未知，剩余土地不能确定", "; the outline is not usable, so what is left cannot be told"}
                        : *m_row.unsupplied_m2 > m_sliver_area_m2 ? Text{"，按图形仍有 " + hectares(m_row.unsupplied_m2).zh + " 未供",
                                                                         "; by outline " + hectares(m_row.unsupplied_m2).en + " are still unsupplied"}
                                                                  : Text{"，按图形没有剩余未供土地", "; by outline no land is left unsupplied"};
      const Text then = passed && !m_asked && m_row.lapse_candidate == "yes"
                            ? Text{"，可能失效。只作提示，没有作任何扣减", ". It may have lapsed; this is a hint and nothing is deducted"}
                            : Text{};
      const std::string on = m_facts.approved_on->to_iso(), by = over->to_iso(), as_of = m_law.as_of().to_iso();
      steps.add(
          Text{on + " 批准，" + by + " 起已满" + term.zh + (passed ? "，审计基准日 " + as_of + " 已满" : "，审计基准日 " + as_of + " 未满"),
               "Approved on " + on + "; " + term.en + " are full from " + by + " on, which by " + as_of + (passed ? " has come" : " has not come")} +
              left + then + Text{"。", "."},
          m_law.cite({supply::parameter::kLapseYears, supply::parameter::kYearCompleteOnAnniversary}));
    }
    return section;
  }

 private:
  static Text exact_m2(const std::optional<Exact>& value) { return value ? same(figure(*value) + " m²") : unknown(); }

  void by_books(Steps& steps) const {
    const Text none = same("0 m²");
    const auto or_none = [&](const std::optional<Exact>& value) { return value ? exact_m2(value) : none; };
    steps.add(Text{"按台账：批准 ", "By the books: approved "} + exact_m2(m_facts.approved_area) + Text{" − 已供 ", " − supplied "} +
              exact_m2(m_account.supplied_m2) + Text{" − 撤回或失效 ", " − withdrawn or lapsed "} + exact_m2(m_account.withdrawn_m2) +
              Text{" − 重复统计核减 ", " − double-counted "} + or_none(m_facts.double_counted_area) + Text{" − 部分调整调出 ", " − adjusted out "} +
              or_none(m_facts.adjusted_out_area) + Text{" = 未供 ", " = unsupplied "} + exact_m2(m_account.unsupplied_m2) + Text{"。", "."});
    if (m_account.over_supplied_m2 && !m_account.over_supplied_m2->is_zero()) {
      const Text over = exact_m2(m_account.over_supplied_m2);
      steps.add("扣除项合计超过批准面积 " + over.zh + "，须查明原因；未供按 0 计。",
                "What is taken off exceeds the area approved by " + over.en + ", to be explained; unsupplied counts as 0.");
    }
    const bool recorded = m_facts.withdrawn_area && !m_facts.withdrawn_area->is_zero();
    if (recorded && m_account.withdrawn_m2 && m_account.withdrawn_m2->is_zero()) {
      const Text area = exact_m2(m_facts.withdrawn_area);
      steps.add("登记的撤回面积 " + area.zh + " 没有文号，或者撤回日期晚于审计基准日，不予扣减。",
                "The area recorded as withdrawn, " + area.en + ", has no document or was withdrawn after the as-of day; it is not taken off.");
    }
    std::vector<Text> missing;
    for (const std::string_view name : m_account.missing) missing.push_back(field(facts::Layer::approvals, name));
    for (const std::string_view name : m_account.missing_of_parcels)
      missing.push_back(Text{"关联宗地的", "of a linked parcel: "} + field(facts::Layer::parcels, name));
    if (!missing.empty())
      steps.add("缺少：" + list(missing).zh + "。补录后即可计算。", "Missing: " + list(missing).en + ". Recording it would settle the figures.");
  }

  void difference(Steps& steps) const {
    if (!m_row.unsupplied_m2 || !m_row.unsupplied_declared_m2) return;
    const double over = m_row.over_supplied_m2.value_or(0);
    const Text area = square_metres(std::abs(*m_row.unsupplied_m2 - (*m_row.unsupplied_declared_m2 - over)));
    steps.add("两数相差 " + area.zh + (over > 0 ? "（连同超出批准面积的供应）" : "") + "。撤回、核减、调出的面积没有图形，只进入台账数。",
              "They differ by " + area.en + (over > 0 ? ", what was supplied beyond the area approved included" : "") + ". Areas withdrawn, removed or moved out have no outline and enter the books only.");
  }

  const ApprovalFile& m_file;
  const ApprovalRow& m_row;
  const Law& m_law;
  double m_sliver_area_m2;
  bool m_asked;  // another day than the ledger's: what its overlay measured says nothing about it
  supply::ApprovalFacts m_facts;
  supply::Terms m_terms;
  supply::Account m_account;
};

}  // namespace

Story tell_approval(const ApprovalFile& file, const Ground& ground) {
  const Telling telling(file, ground);
  Story story;
  story.subject = "approval";
  story.id = file.row.approval_id;
  const std::string* name = facts::Column(file.facts, "name").text(file.facts.rows.front());
  story.title = Text{"批次 ", "Approval "} + same(story.id + (name != nullptr ? "  " + *name : ""));
  const Text cohort = file.row.cohort ? same(std::to_string(*file.row.cohort)) : unknown();
  story.head.push_back(
      {{"批准日期", "Approved on"}, day(file.row.approved_on) + Text{"（" + cohort.zh + " 年度）", " (cohort of " + cohort.en + ")"}});
  story.head.push_back({{"面积", "Area"},
                        Text{"批准 ", "approved "} + square_metres(file.row.declared_area_m2) + Text{"；图形 ", "; measured "} +
                            square_metres(file.row.area_m2) +
                            (ground.by_ellipsoid ? Text{"（椭球）", " (ellipsoid)"} : Text{"（平面）", " (plane)"})});
  add_ground(story, ground);
  if (telling.differs_from_ledger())
    story.warnings.push_back({"台账所列与按其自身保存的事实重新核算的不一致，台账可能被改动过，请重新审计。",
                              "The ledger does not say what its own facts lead to. It may have been changed; audit again."});
  story.verdict = telling.sentence();
  story.sections.push_back(facts_section(file.facts, kFactsTold));
  if (!telling.future()) story.sections.push_back(telling.figures());
  story.sections.push_back(telling.parcels());
  if (!telling.future()) story.sections.push_back(telling.lapse());
  if (ground.ledger_day) {
    speak_of_the_day_asked(story);
  } else {
    story.sections.push_back(findings_section(file.findings));
    story.findings = file.findings;
  }
  story.sections.push_back(documents_section(story.sections, ground.rules_missing));
  story.facts = file.facts;
  story.derived = columns_of(telling.derived(), {"supplied_declared_m2", "unsupplied_declared_m2", "over_supplied_m2", "supply_rate"});
  return story;
}

}  // namespace yongdi::explain
