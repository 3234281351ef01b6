// From a ledger to a story: finds the subject, gathers its file, and has it told.
#include "explain/explain.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "explain/case_file.hpp"
#include "explain/parts.hpp"
#include "explain/print.hpp"
#include "explain/quota.hpp"
#include "ledger/open.hpp"
#include "ledger/reader.hpp"
#include "measures/nearest.hpp"
#include "supply/account.hpp"

namespace yongdi::explain {

namespace {

using findings::Exit;
using findings::Failure;

constexpr std::size_t kNearest = 3;

std::string of(const std::map<std::string, std::string>& receipt, const std::string& key) {
  const auto found = receipt.find(key);
  return found != receipt.end() ? found->second : std::string();
}

[[noreturn]] void incomplete(const std::filesystem::path& path, const Text& what) {
  throw Failure(Exit::input, {"台账 " + path.string() + " 不完整：没有" + what.zh + "。请用 audit 重新生成。",
                              "The ledger " + path.string() + " is incomplete: it has no " + what.en + ". Make it again with audit."});
}

rulebook::Rulebook rules_of(const ledger::Reader& reader, const std::filesystem::path& path) {
  const auto rows = reader.rule_documents();
  if (rows.empty()) incomplete(path, {"规则文件", "rule documents"});
  std::vector<rulebook::Rulebook::NamedText> documents;
  for (std::size_t i = 1; i < rows.size(); ++i) documents.push_back({rows[i].name, rows[i].text});
  return rulebook::Rulebook::from_texts({rows.front().name, rows.front().text}, documents);
}

class Teller {
 public:
  Teller(const std::filesystem::path& path, const Question& question)
      : m_path(path),
        m_question(question),
        m_reader(path),
        m_receipt(m_reader.receipt()),
        m_is_quota(expect_verdicts()),
        m_rules(rules_of(m_reader, path)) {
    const auto& receipt = m_receipt;
    const auto as_of = measures::Day::parse_iso(of(receipt, "as_of"));
    if (!as_of) incomplete(path, {"审计基准日", "as-of day"});
    m_ground.emplace(Ground{Law(m_rules, question.as_of.value_or(*as_of)), of(receipt, "title"), of(receipt, "rulebook"),
                            ledger::split_list(of(receipt, "accepted_expired")), of(receipt, "area_basis") == "ellipsoid", 0});
    if (const auto sliver = measures::Exact::parse(of(receipt, "tolerance.sliver_area_m2"))) m_ground->sliver_area_m2 = sliver->to_double();
    m_ground->run_id = of(receipt, "run_id");
    m_ground->of_quota = m_is_quota;
    m_ground->rules_missing = m_reader.rules_missing().size();
    if (question.as_of && *question.as_of != *as_of) m_ground->ledger_day = *as_of;
  }

  // Everything of that id: a park may bear the same one as a parcel.
  std::vector<Story> tell(std::string_view id) {
    std::vector<Story> stories = tell_exactly(id);
    if (!stories.empty()) return stories;
    const std::vector<std::string> ids = m_is_quota ? quota_ids(m_reader) : m_reader.ids();
    // Brackets and blanks of an approval number are written in many ways.
    const std::string normal = supply::normal_number(id);
    const auto alike = std::find_if(ids.begin(), ids.end(), [&](const std::string& each) { return supply::normal_number(each) == normal; });
    if (alike != ids.end()) stories = tell_exactly(*alike);
    if (alike != ids.end() && stories.empty())
      throw Failure(Exit::usage,
                    {"编号“" + *alike + "”在台账中有，但不是 --kind 所指的那一类。去掉 --kind 即可说明。",
                     "The id \"" + *alike + "\" is in the ledger, but not of the kind that --kind names. Leave --kind out to have it told."});
    if (!stories.empty()) return stories;
    throw unknown_id(id, ids);
  }

 private:
  facts::Table facts(facts::Layer layer, std::string_view id) const {
    auto table = m_reader.facts(layer, id);
    if (!table) incomplete(m_path, {std::string(id) + " 的事实记录", "facts of " + std::string(id)});
    return std::move(*table);
  }

  std::vector<Story> tell_exactly(std::string_view id) const {
    if (m_is_quota) {
      if (m_ground->ledger_day) throw quota_of_another_day();
      return tell_quota(m_reader, *m_ground, id);
    }
    std::vector<Story> stories;
    if (wanted(Kind::parcel))
      if (const auto row = m_reader.parcel(id))
        stories.push_back(tell_parcel({*row, facts(facts::Layer::parcels, id), m_reader.parks_of(id), m_reader.approvals_of(id),
                                       m_reader.findings_on("parcel", id), m_reader.records(facts::Layer::causes, id),
                                       m_reader.overrides_of(facts::Layer::parcels, id), m_reader.limits_of(id), m_reader.screen_of(id)},
                                      *m_ground));
    if (wanted(Kind::approval))
      if (const auto row = m_reader.approval(id))
        stories.push_back(tell_approval({*row, facts(facts::Layer::approvals, id), linked(id), m_reader.findings_on("approval", id)}, *m_ground));
    if (wanted(Kind::park))
      if (const auto row = m_reader.park(id)) {
        if (!m_ground->ledger_day)
          stories.push_back(
              tell_park({*row, m_reader.balance(id), m_reader.indicators(id), m_reader.findings_on("park", id), m_reader.evaluation(id)}, *m_ground));
        else if (stories.empty())
          throw of_another_day();
      }
    if (wanted(Kind::firm))
      if (const auto row = m_reader.firm(id)) {
        if (!m_ground->ledger_day)
          stories.push_back(tell_firm({*row, m_reader.firm_parts(id), of(m_receipt, "setting.rating.formula"), own_cuts()}, *m_ground));
        else if (stories.empty())
          throw of_another_day();
      }
    if (wanted(Kind::finding))
      if (const auto row = m_reader.finding(id)) {
        if (m_ground->ledger_day) throw of_another_day();
        stories.push_back(tell_finding(*row, *m_ground));
      }
    return stories;
  }

  // Where the project file sets the ends of the classes, the receipt has them one by one.
  std::vector<std::string> own_cuts() const {
    std::vector<std::string> cuts;
    for (std::string cut; !(cut = of(m_receipt, "setting.rating.cuts[" + std::to_string(cuts.size() + 1) + "]")).empty();)
      cuts.push_back(std::move(cut));
    return cuts;
  }

  [[nodiscard]] bool wanted(Kind kind) const { return !m_question.kind || *m_question.kind == kind; }

  // Whether the file is a quota; else it must be a ledger: what compare and disposals write has no verdicts.
  [[nodiscard]] bool expect_verdicts() const {
    const ledger::FileKind kind = ledger::kind_of(m_path);
    if (kind == ledger::FileKind::quota) return true;
    if (kind == ledger::FileKind::ledger) return false;
    const Text what = ledger::words(kind);
    throw Failure(Exit::input, {m_path.string() + " 是" + what.zh +
                                    "，不是台账：其中没有可逐步说明的结论。请指定 audit 或 quota 写出的文件；其各行的依据见 yongdi columns。",
                                m_path.string() + " is " + what.en +
                                    ", with no verdicts that can be explained step by step. Name a file written by audit or quota; "
                                    "what its rows mean is told by yongdi columns."});
  }

  [[nodiscard]] Failure of_another_day() const {
    const std::string own = m_ground->ledger_day->to_iso(), asked = m_ground->law.as_of().to_iso();
    return {Exit::usage,
            {"园区、企业和发现的数出自叠加，只能就台账的审计基准日 " + own + " 说明。要知道 " + asked + " 的情况，请用 audit --as-of " + asked +
                 " 另作一份台账。",
             "The figures of parks, firms and findings come from the overlay and can be told for the ledger's as-of day, " + own + ", alone. For " +
                 asked + ", make another ledger with audit --as-of " + asked + "."}};
  }

  [[nodiscard]] Failure quota_of_another_day() const {
    return {Exit::usage,
            {"指标是按计划年度测算的，不能改问别的日期。去掉 --as-of，或用 quota --year 另行测算。",
             "A quota is worked out for its plan year and cannot be told for another day. Leave --as-of out, or work out another year with quota "
             "--year."}};
  }

  std::vector<LinkedParcel> linked(std::string_view approval) const {
    std::vector<LinkedParcel> result;
    for (ledger::ApprovalParcelRow& link : m_reader.parcels_of(approval)) {
      const facts::Table table = facts(facts::Layer::parcels, link.parcel_id);
      const facts::Row& row = table.rows.front();
      const std::string* name = facts::Column(table, "name").text(row);
      result.push_back({std::move(link), name != nullptr ? std::optional(*name) : std::nullopt, facts::Column(table, "area").exact(row),
                        facts::Column(table, "contract_on").day(row)});
    }
    return result;
  }

  Failure unknown_id(std::string_view id, const std::vector<std::string>& ids) const {
    std::vector<std::string_view> candidates(ids.begin(), ids.end());
    std::vector<std::string_view> near;
    while (near.size() < kNearest) {
      const std::string_view found = measures::nearest_name(id, candidates);
      if (found.empty()) break;
      near.push_back(found);
      std::erase(candidates, found);
    }
    for (const std::string& each : ids)  // the beginning or end of an id, typed for the whole
      if (near.size() < kNearest && !id.empty() && each.find(id) != std::string::npos && std::find(near.begin(), near.end(), each) == near.end())
        near.push_back(each);
    std::string zh, en;
    for (const std::string_view each : near) {
      zh += (zh.empty() ? "" : "、") + std::string(each);
      en += (en.empty() ? "" : ", ") + std::string(each);
    }
    const std::string file = m_path.string(), written(id);
    return {Exit::usage,
            {(m_is_quota ? "指标文件 " + file + " 中没有编号为“" + written + "”的园区，也没有它的处置或以它办结的处置。"
                         : "台账 " + file + " 中没有编号为“" + written + "”的宗地、批次、园区、企业或发现。") +
                 (near.empty() ? "全部编号见其 " + std::string(m_is_quota ? "quota、quota_source" : "parcel、approval、park、firm_rating") + " 表。"
                               : "最接近的编号：" + zh + "。"),
             (m_is_quota ? "The quota file " + file + " has neither a park nor a disposal \"" + written + "\", nor one closed by it. "
                         : "The ledger " + file + " has no parcel, approval, park, firm or finding \"" + written + "\". ") +
                 (near.empty() ? "All ids are in its tables " +
                                     std::string(m_is_quota ? "quota and quota_source" : "parcel, approval, park and firm_rating") + "."
                               : "The nearest: " + en + ".")}};
  }

  std::filesystem::path m_path;
  Question m_question;
  ledger::Reader m_reader;
  std::map<std::string, std::string> m_receipt;
  bool m_is_quota;
  rulebook::Rulebook m_rules;
  std::optional<Ground> m_ground;
};

}  // namespace

std::string tell(const std::filesystem::path& ledger, std::span<const std::string> ids, Language language, const Question& question) {
  Teller teller(ledger, question);
  std::string text;
  for (const std::string& id : ids)
    for (const Story& story : teller.tell(id)) text += (text.empty() ? "" : "\n") + print(story, language);
  return text;
}

std::string tell_json(const std::filesystem::path& ledger, std::span<const std::string> ids, const Question& question) {
  Teller teller(ledger, question);
  nlohmann::ordered_json told = nlohmann::ordered_json::array();
  for (const std::string& id : ids) {
    const std::vector<Story> stories = teller.tell(id);
    nlohmann::ordered_json result = to_json(stories.front());
    for (std::size_t i = 1; i < stories.size(); ++i) result["others_of_this_id"].push_back(to_json(stories[i]));
    told.push_back(std::move(result));
  }
  // Sources may bring bytes that are no UTF-8; they must not cost the reader the rest.
  return (told.size() == 1 ? told.front() : told).dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace yongdi::explain
