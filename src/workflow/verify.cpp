#include "workflow/verify.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <sstream>

#include "ledger/open.hpp"
#include "ledger/reader.hpp"
#include "measures/exact.hpp"
#include "workflow/scratch_folder.hpp"

namespace yongdi::workflow {

namespace {

using Receipt = std::map<std::string, std::string>;
using findings::Failure;

constexpr std::size_t kExamples = 3;  // per column: enough to look up and understand one
constexpr std::string_view kRulesOnly[] = {"receipt", "rule", "rule_document", "rule_missing"};

std::string of(const Receipt& receipt, const std::string& key) {
  const auto found = receipt.find(key);
  return found != receipt.end() ? found->second : std::string();
}

// As a decimal where one says it: 1/5 is 0.2, 1/3 stays.
std::string figure(const measures::Exact& value) {
  const std::string decimal = value.to_string();
  return measures::Exact::parse(decimal) == value ? decimal : value.to_fraction();
}

// What a key of the receipt tells about, if it decides the figures; counts, residuals and the run id follow from the rest.
std::optional<Cause> cause_of(std::string_view key) {
  constexpr std::pair<std::string_view, Cause> kBeginnings[] = {
      {"input.", Cause::data},       {"program", Cause::program},          {"library.", Cause::program},
      {"setting.", Cause::settings}, {"tolerance.", Cause::settings},      {"as_of", Cause::settings},
      {"crs", Cause::settings},      {"area_basis", Cause::settings},      {"title", Cause::settings},
      {"rulebook", Cause::law},      {"rules_missing.sha256", Cause::law}, {"accepted_expired", Cause::settings}};
  for (const auto& [beginning, cause] : kBeginnings)
    if (key.starts_with(beginning)) return cause;
  return {};
}

// Settings that another run can put back as they were: the others say what is read and how, and belong to the data.
bool can_be_put_back(std::string_view key) {
  return key.starts_with("tolerance.") || key == "as_of" || key == "area" || key == "title" || key == "accept_expired";
}

std::string without(std::string_view key, std::string_view beginning) {
  return std::string(key.starts_with(beginning) ? key.substr(beginning.size()) : key);
}

// The key as a user writes it in the project file, where the receipt has another; empty for what another key says as well.
std::string as_written(std::string_view key) {
  if (key == "area_basis") return "area";
  if (key == "accepted_expired") return "accept_expired";
  if (key == "crs_name") return {};
  if (key == "rules_missing.sha256") return "not-encoded.toml";
  return without(without(key, "input."), "setting.");
}

// Inputs, settings and program, by the two receipts.
std::map<Cause, std::vector<Change>> changes(const Receipt& before, const Receipt& after) {
  std::set<std::string> keys;
  for (const Receipt* receipt : {&before, &after})
    for (const auto& [key, value] : *receipt) keys.insert(key);
  std::map<Cause, std::vector<Change>> result;
  for (const std::string& key : keys) {
    const auto cause = cause_of(key);
    const std::string what = as_written(key);
    if (cause && !what.empty() && of(before, key) != of(after, key)) result[*cause].push_back({what, of(before, key), of(after, key), {}});
  }
  // Comments and layout of the project file: told, though no key says anything else.
  const std::string file = "project_file_sha256";
  if (of(before, file) != of(after, file) && !result.contains(Cause::settings))
    result[Cause::settings].push_back({file, of(before, file), of(after, file), {}});
  return result;
}

rulebook::Rulebook kept_rules(const ledger::Reader& reader) {
  const auto rows = reader.rule_documents();
  std::vector<rulebook::Rulebook::NamedText> documents;
  for (const ledger::RuleDocumentRow& row : rows) documents.push_back({row.name, row.text});
  if (rows.empty())
    throw Failure(findings::Exit::input, {"台账不完整：没有规则文件，不能核验。请重新审计。",
                                          "The ledger is incomplete: it has no rule documents and cannot be verified. Audit again."});
  return rulebook::Rulebook::from_texts(documents.front(), documents);
}

// Documents that are not the same, and the parameters in force on the day that differ because of it.
std::vector<Change> law_changes(const ledger::Reader& before, const ledger::Reader& after, measures::Day as_of) {
  std::map<std::string, std::pair<std::string, std::string>> documents;
  for (const ledger::RuleDocumentRow& row : before.rule_documents()) documents[row.name].first = row.sha256;
  for (const ledger::RuleDocumentRow& row : after.rule_documents()) documents[row.name].second = row.sha256;
  std::vector<Change> result;
  for (const auto& [name, hashes] : documents)
    if (hashes.first != hashes.second) result.push_back({name, hashes.first, hashes.second, {}});
  if (result.empty()) return result;

  const rulebook::Rulebook old_rules = kept_rules(before), new_rules = kept_rules(after);
  std::map<std::string, std::pair<rulebook::InForce, rulebook::InForce>> parameters;
  for (const rulebook::InForce& found : old_rules.in_force(as_of)) parameters[found.parameter->name].first = found;
  for (const rulebook::InForce& found : new_rules.in_force(as_of)) parameters[found.parameter->name].second = found;
  const auto value = [](const rulebook::InForce& found) { return found.parameter != nullptr ? figure(found.parameter->value) : std::string(); };
  for (const auto& [name, pair] : parameters) {
    if (value(pair.first) == value(pair.second)) continue;
    const rulebook::InForce& shown = pair.second.parameter != nullptr ? pair.second : pair.first;
    const rulebook::Document& document = *shown.document;
    const findings::Text title = rulebook::titled(document);
    result.push_back({name,
                      value(pair.first),
                      value(pair.second),
                      {title.zh + "（" + document.number + "）" + shown.parameter->article.zh,
                       title.en + " (" + document.number + "), " + shown.parameter->article.en}});
  }
  return result;
}

// The project as the ledger's receipt has it, in what can be put back.
settings::Project with_settings_of(const settings::Project& project, const Receipt& receipt) {
  settings::Project result = project;
  result.title = of(receipt, "title");
  result.as_of = measures::Day::parse_iso(of(receipt, "as_of"));
  result.area = of(receipt, "area_basis") == "ellipsoid" ? settings::AreaBasis::ellipsoid : settings::AreaBasis::plane;
  result.accept_expired.clear();
  std::istringstream accepted(of(receipt, "accepted_expired"));
  for (std::string number; std::getline(accepted, number, ',');) result.accept_expired.push_back(number);
  for (const settings::ToleranceReason& tolerance : settings::tolerance_reasons())
    if (const auto value = measures::Exact::parse(of(receipt, "tolerance." + std::string(tolerance.name))))
      result.tolerance.*tolerance.value = value->to_double();
  return result;
}

std::vector<ledger::TableDifference> figures_moved(const std::filesystem::path& before, const std::filesystem::path& after) {
  auto tables = ledger::differences(before, after, kExamples);
  std::erase_if(tables, [](const auto& each) { return std::find(std::begin(kRulesOnly), std::end(kRulesOnly), each.table) != std::end(kRulesOnly); });
  return tables;
}

std::vector<ParkMove> parks_moved(const ledger::Reader& before, const ledger::Reader& after) {
  std::map<std::pair<std::string, std::string>, std::pair<ledger::Number, ledger::Number>> classes;
  for (const ledger::ParkBalanceRow& row : before.balances()) classes[{row.park_id, row.class_name}].first = row.area_m2;
  for (const ledger::ParkBalanceRow& row : after.balances()) classes[{row.park_id, row.class_name}].second = row.area_m2;
  std::vector<ParkMove> result;
  for (const auto& [key, areas] : classes)
    if (areas.first != areas.second) result.push_back({key.first, key.second, areas.first, areas.second});
  const auto size = [](const ParkMove& move) { return std::abs(move.after_m2.value_or(0) - move.before_m2.value_or(0)); };
  std::stable_sort(result.begin(), result.end(), [&](const ParkMove& a, const ParkMove& b) { return size(a) > size(b); });
  return result;
}

class Verifying {
 public:
  Verifying(const settings::Project& project, const Options& options, const std::filesystem::path& ledger)
      : m_project(project), m_options(options), m_ledger(ledger), m_old(ledger) {}

  Verification run() {
    const std::filesystem::path now = m_scratch.path() / "now.gpkg";
    audit(m_project, m_options, now, false);
    const ledger::Reader fresh(now);
    const Receipt before = m_old.receipt(), after = fresh.receipt();
    m_result.changes = changes(before, after);
    for (Change& change : law_changes(m_old, fresh, *m_project.as_of)) m_result.changes[Cause::law].push_back(std::move(change));
    m_result.same = ledger::differences(m_ledger, now, 0).empty();
    if (m_result.same) return std::move(m_result);
    m_result.parks = parks_moved(m_old, fresh);
    attribute(now, before);
    return std::move(m_result);
  }

 private:
  [[nodiscard]] bool changed(Cause cause) const { return m_result.changes.contains(cause); }

  void attribute(const std::filesystem::path& now, const Receipt& receipt) {
    std::vector<Cause> first;  // what cannot be put back: the data, the program, and settings that say what is read
    for (const Cause cause : {Cause::data, Cause::program})
      if (changed(cause)) first.push_back(cause);
    bool put_back = false;
    if (changed(Cause::settings)) {
      const auto& keys = m_result.changes.at(Cause::settings);
      put_back = std::any_of(keys.begin(), keys.end(), [](const Change& each) { return can_be_put_back(each.what); });
      if (std::any_of(keys.begin(), keys.end(), [](const Change& each) { return !can_be_put_back(each.what); })) first.push_back(Cause::settings);
    }
    std::filesystem::path from = m_ledger;
    std::vector<Cause> because = first;
    try {
      Options old_law = m_options;
      old_law.rules = kept_rules(m_old);
      if (put_back) {
        step(from, rerun(with_settings_of(m_project, receipt), old_law, "settings.gpkg"), because);
        because = {Cause::settings};
      }
      if (changed(Cause::law)) {
        step(from, rerun(m_project, old_law, "law.gpkg"), because);
        because = {Cause::law};
      }
    } catch (const Failure& failure) {
      for (const Cause cause : {Cause::settings, Cause::law})
        if (changed(cause) && std::find(because.begin(), because.end(), cause) == because.end()) because.push_back(cause);
      m_result.notes.push_back(
          {"不能用台账所存的规则和设置重算，以下变动的原因没有逐一分开：" + failure.text().zh,
           "The run could not be repeated with the rules and settings the ledger keeps, so the causes below are not told apart: " +
               failure.text().en});
    }
    step(from, now, because);
  }

  std::filesystem::path rerun(const settings::Project& project, const Options& options, const char* name) {
    std::filesystem::path path = m_scratch.path() / name;
    audit(project, options, path, false);
    return path;
  }

  // Nothing changed that could have moved a figure: then the ledger was changed after it was written.
  void step(std::filesystem::path& from, const std::filesystem::path& to, const std::vector<Cause>& because) {
    Step step{because.empty() ? std::vector{Cause::ledger} : because, figures_moved(from, to)};
    from = to;
    if (!step.tables.empty()) m_result.steps.push_back(std::move(step));
  }

  const settings::Project& m_project;
  const Options& m_options;
  const std::filesystem::path& m_ledger;
  ledger::Reader m_old;
  ScratchFolder m_scratch;
  Verification m_result;
};

}  // namespace

std::string_view to_text(Cause cause) {
  switch (cause) {
    case Cause::data:
      return "data";
    case Cause::law:
      return "law";
    case Cause::settings:
      return "settings";
    case Cause::program:
      return "program";
    case Cause::ledger:
      break;
  }
  return "ledger";
}

Verification verify(const settings::Project& project, const Options& options, const std::filesystem::path& ledger) {
  ledger::expect_ledger(ledger);
  return Verifying(project, options, ledger).run();
}

}  // namespace yongdi::workflow
