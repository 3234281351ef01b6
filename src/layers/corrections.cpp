#include "layers/corrections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "findings/catalogue.hpp"
#include "layers/text.hpp"
#include "measures/nearest.hpp"

namespace yongdi::layers {
namespace {

using Outcome = Correction::Outcome;
using Values = std::vector<std::pair<std::string, std::string>>;

struct Layered {
  facts::Layer layer;
  bool in_project;
};
std::array<Layered, 4> correctable(const settings::Project& project) {
  return {{{facts::Layer::parks, true},
           {facts::Layer::approvals, project.approvals.has_value()},
           {facts::Layer::parcels, true},
           {facts::Layer::buildings, project.buildings.has_value()}}};
}

std::string nearest(std::string_view name, const std::vector<std::string_view>& candidates, std::string_view before, std::string_view after) {
  const std::string_view found = measures::nearest_name(name, candidates);
  return found.empty() ? std::string() : std::string(before) + std::string(found) + std::string(after);
}

// A finding about a correction stands with what it corrects, so that whoever looks there is told.
findings::Finding about(const Correction& correction, std::string_view code, Values values) {
  std::string_view subject = "override";
  for (const facts::Layer layer : {facts::Layer::parks, facts::Layer::approvals, facts::Layer::parcels, facts::Layer::buildings})
    if (facts::name(layer) == correction.layer) subject = facts::subject(layer);
  return {&findings::kind(code),
          {correction.source, correction.row, correction.field},
          std::string(subject),
          correction.subject,
          std::move(values),
          std::nullopt,
          {}};
}

void unmatched(Correction& correction, std::string zh, std::string en, std::vector<findings::Finding>& findings) {
  correction.outcome = Outcome::unmatched;
  findings.push_back(about(correction, "OVERRIDE_UNMATCHED", {{"reason_zh", std::move(zh)}, {"reason_en", std::move(en)}}));
}

std::string shown(const facts::Value& value, const char* nothing) {
  const std::string text = facts::to_text(value);
  return text.empty() ? std::string(nothing) : cut(text);
}

// Layer and field by their canonical names; a finding when there is none.
void settle_names(Correction& correction, const settings::Project& project, const Aliases& aliases, std::vector<findings::Finding>& findings) {
  for (const Layered& each : correctable(project)) {
    if (facts::name(each.layer) != correction.layer) continue;
    if (!each.in_project) {
      return unmatched(correction, fmt::format("项目文件中没有图层 {}", correction.layer),
                       fmt::format("the project has no layer {}", correction.layer), findings);
    }
    const auto match = aliases.recognise(each.layer, correction.field, false);
    if (match && match->field != facts::key_field(each.layer)) {
      correction.field = facts::fields(each.layer)[match->field].name;
      correction.outcome = Outcome::applied;  // unless something turns up
      return;
    }
    if (match) {
      return unmatched(correction, "编号用来识别对象，不能这样更正", "an id tells which one is meant and cannot be corrected this way", findings);
    }
    std::vector<std::string_view> names;
    for (const facts::Field& field : facts::fields(each.layer)) names.push_back(field.name);
    return unmatched(
        correction, fmt::format("{} 没有字段“{}”{}", correction.layer, correction.field, nearest(correction.field, names, "，是否应为 ", "")),
        fmt::format("{} have no field \"{}\"{}", correction.layer, correction.field, nearest(correction.field, names, "; did you mean ", "?")),
        findings);
  }
  unmatched(correction, correction.layer.empty() ? "没有写明图层" : fmt::format("没有图层“{}”", correction.layer),
            correction.layer.empty() ? "it names no layer" : fmt::format("there is no layer \"{}\"", correction.layer), findings);
}

// The column the value stands in, with the unit it is read in there; where no source has the field, in the canonical one.
Column column_of(std::size_t field, const facts::Table& layer) {
  Column column;
  column.field = field;
  const facts::Field& declared = facts::fields(layer.layer)[field];
  if (declared.dimension() != measures::Dimension::none) column.unit = &measures::canonical_unit(declared.dimension());
  for (const facts::Origin& origin : layer.origins) {
    if (origin.field != field) continue;
    column.percent = origin.unit == "%";
    if (const measures::Unit* unit = measures::find_unit(origin.unit)) column.unit = unit;
    break;
  }
  return column;
}

// Applies the corrections of one layer one after the other.
class Applying {
 public:
  Applying(facts::Table& layer, const ValueReader& reader, std::optional<measures::Day> as_of, std::vector<findings::Finding>& findings)
      : m_layer(layer), m_reader(reader), m_as_of(as_of), m_findings(findings) {
    const facts::Column id(layer, facts::fields(layer.layer)[facts::key_field(layer.layer)].name);
    for (std::size_t i = 0; i < layer.rows.size(); ++i)
      if (const std::string* text = id.text(layer.rows[i])) m_rows[*text].push_back(i);
  }

  void apply(Correction& correction) {
    if (correction.expires && m_as_of && *correction.expires < *m_as_of) {
      correction.outcome = Outcome::expired;
      m_findings.push_back(about(correction, "OVERRIDE_EXPIRED", {{"value", cut(correction.new_written)}, {"day", correction.expires->to_iso()}}));
      return;
    }
    const auto found = m_rows.find(correction.subject);
    if (found == m_rows.end() || found->second.size() > 1) return report_subject(correction, found == m_rows.end());
    const std::size_t field = facts::find_field(m_layer.layer, correction.field);
    const Column column = column_of(field, m_layer);
    facts::Value expected, corrected;
    if (!read(correction, correction.old_written, column, expected) || !read(correction, correction.new_written, column, corrected)) return;
    m_layer.add_columns({field});
    facts::Value& value = m_layer.value(m_layer.rows[found->second.front()], field);
    correction.read = value;
    if (value != expected) {
      correction.outcome = Outcome::stale;
      m_findings.push_back(about(correction, "OVERRIDE_STALE",
                                 {{"value_zh", shown(expected, "空白")},
                                  {"value_en", shown(expected, "nothing")},
                                  {"other_zh", shown(value, "空白")},
                                  {"other_en", shown(value, "nothing")}}));
      return;
    }
    value = correction.corrected = std::move(corrected);
    report_use(correction);
  }

 private:
  void report_subject(Correction& correction, bool none) {
    if (!none) {
      return unmatched(correction, fmt::format("有多个要素的编号是“{}”，不知更正哪一个", correction.subject),
                       fmt::format("several features bear the id \"{}\", and which one is meant cannot be told", correction.subject), m_findings);
    }
    std::vector<std::string_view> ids;
    for (const auto& [id, rows] : m_rows) ids.push_back(id);
    unmatched(correction, fmt::format("{} 中没有“{}”{}", correction.layer, correction.subject, nearest(correction.subject, ids, "，是否应为 ", "")),
              fmt::format("there is no \"{}\" among the {}{}", correction.subject, correction.layer,
                          nearest(correction.subject, ids, "; did you mean ", "?")),
              m_findings);
  }

  bool read(Correction& correction, const std::string& written, const Column& column, facts::Value& value) {
    Doubt doubt;
    value = m_reader.from_text(written, column, doubt);
    if (doubt.code.empty()) return true;
    correction.outcome = Outcome::unreadable;
    findings::Finding finding = about(correction, doubt.code, {{"value", doubt.written}});
    if (!doubt.known.empty()) finding.values.emplace_back("other", doubt.known);
    m_findings.push_back(std::move(finding));
    return false;
  }

  void report_use(const Correction& correction) {
    const auto or_unknown = [](const std::optional<std::string>& text, const char* nothing) { return text ? cut(*text) : std::string(nothing); };
    const facts::Field& field = facts::fields(m_layer.layer)[facts::find_field(m_layer.layer, correction.field)];
    m_findings.push_back(about(correction, "OVERRIDE_USED",
                               {{"field_zh", std::string(field.zh)},
                                {"field_en", std::string(field.en)},
                                {"value_zh", shown(correction.corrected, "空白")},
                                {"value_en", shown(correction.corrected, "nothing")},
                                {"other_zh", shown(correction.read, "空白")},
                                {"other_en", shown(correction.read, "nothing")},
                                {"who_zh", or_unknown(correction.who, "更正人未记录")},
                                {"who_en", or_unknown(correction.who, "nobody on record")},
                                {"day_zh", correction.day ? correction.day->to_iso() : "日期未记录"},
                                {"day_en", correction.day ? correction.day->to_iso() : "no day on record"},
                                {"document_zh", or_unknown(correction.document, "依据未记录")},
                                {"document_en", or_unknown(correction.document, "no document on record")}}));
  }

  facts::Table& m_layer;
  const ValueReader& m_reader;
  std::optional<measures::Day> m_as_of;
  std::vector<findings::Finding>& m_findings;
  std::map<std::string, std::vector<std::size_t>, std::less<>> m_rows;
};

}  // namespace

std::string_view to_text(Outcome outcome) {
  constexpr std::array<std::string_view, 5> kWords = {"applied", "stale", "expired", "unmatched", "unreadable"};
  return kWords.at(static_cast<std::size_t>(outcome));
}

Corrections::Corrections(const std::vector<JoinTable>& tables, const settings::Project& project, const Aliases& aliases,
                         std::vector<findings::Finding>& findings)
    : m_as_of(project.as_of) {
  for (const JoinTable& table : tables) {
    const facts::Table shape{facts::Layer::overrides, {}, table.columns, {}, {}};
    const facts::Column layer(shape, "layer"), subject(shape, "subject"), field(shape, "field"), old_value(shape, "old"), new_value(shape, "new"),
        who(shape, "who"), day(shape, "day"), document(shape, "document"), expires(shape, "expires");
    for (const JoinTable::Row& row : table.rows) {
      const facts::Row values{0, row.number, row.values, {}, {}};
      const auto text = [&](const facts::Column& column) {
        const std::string* written = column.text(values);
        return written != nullptr ? std::optional(*written) : std::nullopt;
      };
      Correction correction;
      correction.layer = text(layer).value_or("");
      correction.subject = text(subject).value_or("");
      correction.field = text(field).value_or("");
      correction.old_written = text(old_value).value_or("");
      correction.new_written = text(new_value).value_or("");
      correction.who = text(who);
      correction.document = text(document);
      correction.day = day.day(values);
      correction.expires = expires.day(values);
      correction.source = table.name;
      correction.row = row.number;
      m_all.push_back(std::move(correction));
    }
  }
  for (Correction& correction : m_all) {
    settle_names(correction, project, aliases, findings);
    if (correction.outcome == Outcome::applied && correction.new_written.empty()) {
      correction.outcome = Outcome::unreadable;
      findings.push_back(about(correction, "RECORD_INCOMPLETE", {{"value_zh", "更正值"}, {"value_en", "value that counts"}}));
    }
  }
  const auto order = [](const Correction& each) {
    return std::tie(each.layer, each.subject, each.field, each.day, each.document, each.old_written, each.new_written, each.source, each.row);
  };
  std::sort(m_all.begin(), m_all.end(), [&](const Correction& a, const Correction& b) { return order(a) < order(b); });
}

void Corrections::apply(facts::Table& layer, const ValueReader& reader, std::vector<findings::Finding>& findings) {
  const std::string_view name = facts::name(layer.layer);
  if (std::none_of(m_all.begin(), m_all.end(), [&](const Correction& each) { return each.layer == name; })) return;
  Applying applying(layer, reader, m_as_of, findings);
  for (Correction& correction : m_all)
    if (correction.layer == name && correction.outcome == Outcome::applied) applying.apply(correction);
}

}  // namespace yongdi::layers
