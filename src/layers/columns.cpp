#include "layers/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "findings/catalogue.hpp"
#include "layers/refusal.hpp"
#include "layers/text.hpp"
#include "measures/nearest.hpp"

namespace yongdi::layers {
namespace {

// Fields whose text is a number or name that points to something; what a spreadsheet adds to it is not meant.
constexpr std::array<std::string_view, 9> kReferences = {"id", "subject", "parent", "approval", "parcel", "park", "block", "uscc", "industry"};

struct Candidate {
  int position = -1;
  Recognition how;
};

findings::Finding about(const OpenLayer& source, std::string_view code, const std::string& column) {
  return {&findings::kind(code), {source.name, std::nullopt, column}, "", "", {}, std::nullopt, {}};
}

Candidate mapped(const OpenLayer& source, const std::vector<std::string>& names, std::size_t field, std::string_view canonical,
                 const std::string& wanted) {
  auto found = std::find(names.begin(), names.end(), wanted);
  if (found == names.end()) {
    found = std::find_if(names.begin(), names.end(), [&](const std::string& name) { return compared(name) == compared(wanted); });
  }
  if (found == names.end()) {
    const std::vector<std::string_view> views(names.begin(), names.end());
    const std::string nearest(measures::nearest_name(wanted, views));
    const std::string all = fmt::format("{}", fmt::join(names, ", "));
    refuse(
        source.name,
        {fmt::format("项目文件指定“{}”为字段 {}，但来源中没有这一列{}。现有：{}。请改正 fields。", wanted, canonical,
                     nearest.empty() ? "" : fmt::format("，是否应为“{}”", nearest), all),
         fmt::format("the project file names \"{}\" for the field {}, but the source has no such column.{} There are: {}. Please correct `fields`.",
                     wanted, canonical, nearest.empty() ? "" : fmt::format(" Did you mean \"{}\"?", nearest), all)});
  }
  return {static_cast<int>(found - names.begin()), {field, 0, true, nullptr, false}};
}

// The unit of a column and, where it was not the project file's word, where it came from.
void settle_unit(Column& column, const facts::Field& field, const measures::Unit* set, const measures::Unit* in_header, const OpenLayer& source,
                 std::vector<findings::Finding>& findings) {
  if (column.percent) {
    findings::Finding finding = about(source, "UNIT_ASSUMED", column.source_name);
    finding.values = {{"value", "%"}, {"reason_zh", "表头如此标注"}, {"reason_en", "the header says so"}};
    findings.push_back(std::move(finding));
  }
  if (field.dimension() == measures::Dimension::none) return;
  column.fixed_unit = set != nullptr;
  column.unit = set != nullptr ? set : in_header != nullptr ? in_header : &measures::canonical_unit(field.dimension());
  if (set != nullptr) return;
  column.unit_by_default = in_header == nullptr;
  findings::Finding finding = about(source, "UNIT_ASSUMED", column.source_name);
  finding.values = {{"value", fmt::format("{} ({})", column.unit->name_zh, column.unit->name)},
                    {"reason_zh", in_header != nullptr ? "表头如此标注" : "表头没有单位，采用默认单位"},
                    {"reason_en", in_header != nullptr ? "the header says so" : "the header names none; this is the default"}};
  findings.push_back(std::move(finding));
}

}  // namespace

facts::Origin origin(const Column& column, std::uint32_t source) {
  return {column.field, source, column.source_name, column.percent ? "%" : column.unit != nullptr ? std::string(column.unit->name) : std::string()};
}

std::vector<std::string> column_names(OpenLayer& source) {
  std::vector<std::string> names;
  const OGRFeatureDefn& definition = *source.layer->GetLayerDefn();
  for (int i = 0; i < definition.GetFieldCount(); ++i) names.push_back(source.utf8(definition.GetFieldDefn(i)->GetNameRef()));
  return names;
}

std::vector<Column> settle_columns(OpenLayer& source, facts::Layer layer, const settings::LayerSetting& setting, const Aliases& aliases,
                                   std::vector<findings::Finding>& findings) {
  const auto fields = facts::fields(layer);
  const std::vector<std::string> names = column_names(source);
  std::vector<Candidate> chosen(fields.size());
  std::vector<bool> taken(names.size(), false);
  for (std::size_t field = 0; field < fields.size(); ++field) {
    const auto set = setting.fields.find(fields[field].name);
    if (set == setting.fields.end()) continue;
    chosen[field] = mapped(source, names, field, fields[field].name, set->second.field);
    taken[static_cast<std::size_t>(chosen[field].position)] = true;
    // The header may still name the unit.
    if (const auto match = aliases.recognise(layer, names[static_cast<std::size_t>(chosen[field].position)], false); match && match->field == field) {
      chosen[field].how.unit = match->unit;
      chosen[field].how.percent = match->percent;
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (taken[i]) continue;
    const bool cut_off = source.dbf && i < source.dbf->fields().size() && source.dbf->fields()[i].name.size() >= 9;
    const auto match = aliases.recognise(layer, names[i], cut_off);
    if (!match || setting.fields.contains(fields[match->field].name)) continue;
    Candidate& best = chosen[match->field];
    const Candidate challenger{static_cast<int>(i), *match};
    if (best.position < 0) {
      best = challenger;
      continue;
    }
    const bool better = match->rank < best.how.rank;
    const std::size_t loser = better ? static_cast<std::size_t>(best.position) : i;
    if (better) best = challenger;
    findings::Finding finding = about(source, "FIELD_AMBIGUOUS", names[loser]);
    finding.values = {{"value", std::string(fields[match->field].name)}, {"other", names[static_cast<std::size_t>(best.position)]}};
    findings.push_back(std::move(finding));
  }
  std::vector<Column> columns;
  for (std::size_t field = 0; field < fields.size(); ++field) {
    const Candidate& candidate = chosen[field];
    if (candidate.position < 0) continue;
    Column column;
    column.position = candidate.position;
    column.field = field;
    column.source_name = names[static_cast<std::size_t>(candidate.position)];
    const OGRFieldDefn& definition = *source.layer->GetLayerDefn()->GetFieldDefn(candidate.position);
    column.type = definition.GetType();
    column.percent = candidate.how.percent;
    column.reference = std::find(kReferences.begin(), kReferences.end(), fields[field].name) != kReferences.end();
    column.wide = source.dbf && column.type == OFTReal && definition.GetPrecision() == 0 && definition.GetWidth() > 15 &&
                  static_cast<std::size_t>(candidate.position) < source.dbf->fields().size();
    const auto set = setting.fields.find(fields[field].name);
    if (const auto values = setting.values.find(fields[field].name); values != setting.values.end()) column.values = &values->second;
    if (set == setting.fields.end() && !candidate.how.canonical) {
      findings::Finding finding = about(source, "FIELD_RECOGNISED", column.source_name);
      finding.values = {{"value", std::string(fields[field].name)}};
      findings.push_back(std::move(finding));
    }
    settle_unit(column, fields[field], set == setting.fields.end() ? nullptr : set->second.unit, candidate.how.unit, source, findings);
    columns.push_back(std::move(column));
  }
  return columns;
}

}  // namespace yongdi::layers
