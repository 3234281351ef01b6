// From a ledger to a story: finds the subject, gathers its file, and has it told.
#include "explain/explain.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "explain/case_file.hpp"
#include "explain/print.hpp"
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

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    parts.push_back(text.substr(at, comma - at));
    at = comma + 1;
  }
  return parts;
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
  explicit Teller(const std::filesystem::path& path) : m_path(path), m_reader(path), m_rules(rules_of(m_reader, path)) {
    const auto receipt = m_reader.receipt();
    const auto as_of = measures::Day::parse_iso(of(receipt, "as_of"));
    if (!as_of) incomplete(path, {"审计基准日", "as-of day"});
    m_ground.emplace(Ground{Law(m_rules, *as_of), of(receipt, "title"), of(receipt, "rulebook"), split(of(receipt, "accepted_expired")),
                            of(receipt, "area_basis") == "ellipsoid", 0});
    if (const auto sliver = measures::Exact::parse(of(receipt, "tolerance.sliver_area_m2"))) m_ground->sliver_area_m2 = sliver->to_double();
  }

  // Everything of that id: a park may bear the same one as a parcel.
  std::vector<Story> tell(std::string_view id) {
    std::vector<Story> stories = tell_exactly(id);
    if (!stories.empty()) return stories;
    const std::vector<std::string> ids = m_reader.ids();
    // Brackets and blanks of an approval number are written in many ways.
    const std::string normal = supply::normal_number(id);
    const auto alike = std::find_if(ids.begin(), ids.end(), [&](const std::string& each) { return supply::normal_number(each) == normal; });
    if (alike != ids.end()) return tell_exactly(*alike);
    throw unknown_id(id, ids);
  }

 private:
  facts::Table facts(facts::Layer layer, std::string_view id) const {
    auto table = m_reader.facts(layer, id);
    if (!table) incomplete(m_path, {std::string(id) + " 的事实记录", "facts of " + std::string(id)});
    return std::move(*table);
  }

  std::vector<Story> tell_exactly(std::string_view id) const {
    std::vector<Story> stories;
    if (const auto row = m_reader.parcel(id))
      stories.push_back(tell_parcel(
          {*row, facts(facts::Layer::parcels, id), m_reader.parks_of(id), m_reader.approvals_of(id), m_reader.findings_on("parcel", id)}, *m_ground));
    if (const auto row = m_reader.approval(id))
      stories.push_back(tell_approval({*row, facts(facts::Layer::approvals, id), linked(id), m_reader.findings_on("approval", id)}, *m_ground));
    if (const auto row = m_reader.park(id))
      stories.push_back(tell_park({*row, m_reader.balance(id), m_reader.indicators(id), m_reader.findings_on("park", id)}, *m_ground));
    return stories;
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
    const std::string file = m_path.string(), wanted(id);
    return {Exit::usage,
            {"台账 " + file + " 中没有编号为“" + wanted + "”的宗地、批次或园区。" +
                 (near.empty() ? "全部编号见台账的 parcel、approval、park 表。" : "最接近的编号：" + zh + "。"),
             "The ledger " + file + " has no parcel, approval or park \"" + wanted + "\". " +
                 (near.empty() ? "All ids are in its tables parcel, approval and park." : "The nearest: " + en + ".")}};
  }

  std::filesystem::path m_path;
  ledger::Reader m_reader;
  rulebook::Rulebook m_rules;
  std::optional<Ground> m_ground;
};

}  // namespace

std::string tell(const std::filesystem::path& ledger, std::string_view id, Language language) {
  std::string text;
  for (const Story& story : Teller(ledger).tell(id)) text += (text.empty() ? "" : "\n") + print(story, language);
  return text;
}

std::string tell_json(const std::filesystem::path& ledger, std::string_view id) {
  const std::vector<Story> stories = Teller(ledger).tell(id);
  nlohmann::ordered_json result = to_json(stories.front());
  for (std::size_t i = 1; i < stories.size(); ++i) result["others_of_this_id"].push_back(to_json(stories[i]));
  return result.dump(2);
}

}  // namespace yongdi::explain
