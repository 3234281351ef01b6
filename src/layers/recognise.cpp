#include "layers/recognise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "layers/columns.hpp"
#include "layers/placing.hpp"
#include "layers/text.hpp"

namespace yongdi::layers {
namespace {

namespace fs = std::filesystem;
using facts::Layer;

// In the order of the project file. A layer with shapes may be any; a table is joined to one of these.
constexpr std::array kLayers = {Layer::parks, Layer::parcels, Layer::approvals, Layer::buildings};

// One layer of one source, and how well it would do as each layer of the project.
struct Candidate {
  std::string source, layer;  // `layer` empty when the source has one only
  bool shapes = false;
  std::uint64_t features = 0;
  std::optional<std::string> system;  // empty: the layer does not say
  std::vector<std::string> columns;
  std::array<std::vector<std::optional<Recognition>>, kLayers.size()> fields;  // per column
  std::array<int, kLayers.size()> score{};
};

std::string toml_string(std::string_view text) {
  std::string result = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') result += '\\';
    if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F) {
      result += fmt::format("\\u{:04X}", static_cast<unsigned>(letter));
    } else {
      result += letter;
    }
  }
  return result + "\"";
}

bool names(const std::string& text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

// A column that says the same for two layers (面积, 名称) tells little; one that only one layer has tells more; a name tells most.
void judge(Candidate& candidate, const std::string& name, const Aliases& aliases) {
  constexpr int kName = 6, kOwnField = 2, kSharedField = 1, kId = 2;
  for (std::size_t layer = 0; layer < kLayers.size(); ++layer) {
    std::vector<bool> seen(facts::fields(kLayers[layer]).size(), false);
    for (std::size_t column = 0; column < candidate.columns.size(); ++column) {
      const auto match = aliases.recognise(kLayers[layer], candidate.columns[column], false);
      candidate.fields[layer].push_back(match);
      if (!match || seen[match->field]) continue;
      seen[match->field] = true;
      bool shared = false;
      for (std::size_t other = 0; other < kLayers.size(); ++other) {
        shared = shared || (other != layer && aliases.recognise(kLayers[other], candidate.columns[column], false));
      }
      candidate.score[layer] += (shared ? kSharedField : kOwnField) + (match->field == 0 ? kId : 0);
    }
    if (names(name, aliases.layer_words(kLayers[layer]))) candidate.score[layer] += kName;
  }
}

std::vector<Candidate> look_at(const std::string& source, const fs::path& folder, const Aliases& aliases) {
  std::vector<findings::Finding> unheeded;  // the audit itself will raise them again
  std::vector<Candidate> candidates;
  // Sources on the command line are relative to where the user stands; in the project file, to the project file.
  const std::string here = fs::path(absolute_path(source, fs::current_path())).string();
  std::error_code error;
  fs::path relative = fs::exists(here, error) ? fs::relative(here, fs::absolute(folder), error) : fs::path(source);
  if (error || relative.empty()) relative = here;
  const OpenSource opened = open_source(here, {}, unheeded);
  for (int i = 0; i < opened.dataset->GetLayerCount(); ++i) {
    settings::LayerSetting setting;
    setting.source = here;
    setting.layer = opened.dataset->GetLayer(i)->GetName();
    OpenLayer layer = open_layer(setting, {}, unheeded);
    Candidate candidate;
    candidate.source = relative.generic_string();
    if (opened.dataset->GetLayerCount() > 1) candidate.layer = *setting.layer;
    candidate.shapes = layer.layer->GetGeomType() != wkbNone;
    candidate.columns = column_names(layer);
    {
      const ErrorLog log;
      candidate.features = static_cast<std::uint64_t>(std::max<GIntBig>(0, layer.layer->GetFeatureCount(TRUE)));
      if (const OGRSpatialReference* reference = layer.layer->GetSpatialRef()) candidate.system = reference->GetName();
    }
    judge(candidate, lower(fs::path(here).stem().string() + " " + *setting.layer), aliases);
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

std::size_t best_layer(const Candidate& candidate) {
  return static_cast<std::size_t>(std::max_element(candidate.score.begin(), candidate.score.end()) - candidate.score.begin());
}

// The fields as lines: the best column of each field, the others and unknown ones as remarks.
std::string field_lines(const Candidate& candidate, std::size_t layer) {
  const auto fields = facts::fields(kLayers[layer]);
  std::vector<std::size_t> chosen(fields.size(), candidate.columns.size());
  for (std::size_t column = 0; column < candidate.columns.size(); ++column) {
    const auto& match = candidate.fields[layer][column];
    if (!match) continue;
    std::size_t& best = chosen[match->field];
    if (best == candidate.columns.size() || match->rank < candidate.fields[layer][best]->rank) best = column;
  }
  std::string lines, remarks, missing;
  for (std::size_t field = 0; field < fields.size(); ++field) {
    if (chosen[field] == candidate.columns.size()) {
      if (fields[field].required)
        missing += fmt::format("# {} = \"\"  # 必填，未认出，请填写来源列名 / required, not recognised: name the source column ({} / {})\n",
                               fields[field].name, fields[field].zh, fields[field].en);
      continue;
    }
    const Recognition& match = *candidate.fields[layer][chosen[field]];
    const std::string column = candidate.columns[chosen[field]];
    const std::string unit = match.unit == nullptr ? "" : fmt::format(", unit = \"{}\"", match.unit->name);
    lines += fmt::format("{} = {}  # {} / {}\n", fields[field].name,
                         unit.empty() ? toml_string(column) : fmt::format("{{ field = {}{} }}", toml_string(column), unit), fields[field].zh,
                         fields[field].en);
    if (fields[field].dimension() != measures::Dimension::none && unit.empty()) {
      lines.pop_back();
      lines += fmt::format("；待核：表头未写单位，按 {} / to be checked: no unit in the header, taken as {}\n",
                           measures::canonical_unit(fields[field].dimension()).name_zh, measures::canonical_unit(fields[field].dimension()).name);
    }
  }
  for (std::size_t column = 0; column < candidate.columns.size(); ++column) {
    const auto& match = candidate.fields[layer][column];
    if (match && chosen[match->field] == column) continue;
    remarks += match ? fmt::format("# {} = {}  # 待核：也像，未采用 / to be checked: fits too, not used\n", fields[match->field].name,
                                   toml_string(candidate.columns[column]))
                     : fmt::format("#   {}  # 未认出 / not recognised\n", toml_string(candidate.columns[column]));
  }
  return missing + lines + remarks;
}

std::string source_lines(const Candidate& candidate) {
  std::string lines =
      fmt::format("source = {}  # {} {}\n", toml_string(candidate.source), candidate.features, candidate.shapes ? "个要素 / features" : "行 / rows");
  if (!candidate.layer.empty()) lines += fmt::format("layer  = {}\n", toml_string(candidate.layer));
  if (candidate.shapes && candidate.system) lines += fmt::format("# 坐标系 / coordinate system: {}\n", *candidate.system);
  if (candidate.shapes && !candidate.system) lines += "# crs = \"EPSG:4526\"  # 图层未声明坐标系，必须填写 / the layer declares none: required\n";
  return lines;
}

std::string layer_section(const Candidate& candidate, std::size_t layer) {
  const std::string_view name = facts::name(kLayers[layer]);
  return fmt::format("[{}]\n{}[{}.fields]\n{}\n", name, source_lines(candidate), name, field_lines(candidate, layer));
}

// A table joins where it has the layer's id, else where it shares most.
std::string table_section(const Candidate& candidate) {
  const std::size_t layer = best_layer(candidate);
  const std::string_view name = facts::name(kLayers[layer]);
  const auto& fields = candidate.fields[layer];
  const auto key = std::find_if(fields.begin(), fields.end(), [](const auto& match) { return match && match->field == 0; });
  if (key == fields.end()) {
    return fmt::format(
        "# 没有认出可以关联的编号列，未采用 / no key to join by was recognised, so it is left out\n# [[tables]]\n# source = {}\n# to = \"{}\"\n# on "
        "= \"id\"\n\n",
        toml_string(candidate.source), name);
  }
  return fmt::format("[[tables]]\n{}to = \"{}\"\non = {{ layer = \"id\", table = {} }}\n[tables.fields]\n{}\n", source_lines(candidate), name,
                     toml_string(candidate.columns[static_cast<std::size_t>(key - fields.begin())]), field_lines(candidate, layer));
}

std::string commented(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1);
    result += (end > at ? "# " : "") + text.substr(at, end - at + 1);
    at = end + 1;
  }
  return result;
}

}  // namespace

std::string draft_project(const std::vector<std::string>& sources, const fs::path& folder, const fs::path& data_folder) {
  const Aliases aliases(data_folder);
  std::vector<Candidate> candidates;
  for (const std::string& source : sources) {
    for (Candidate& candidate : look_at(source, folder, aliases)) candidates.push_back(std::move(candidate));
  }
  std::string text =
      "# 由 yongdi init 生成，请逐项核对后使用；没有把握的注有“待核”。 / Written by yongdi init: review every line before use; doubts say \"to be "
      "checked\".\n"
      "title = \"用地审计\"\n"
      "# as_of = 2024-12-31  # 必填：审计基准日，去掉行首 # 并改为所需日期 / required: the as-of day; uncomment and set it\n"
      "# crs = \"EPSG:4526\"   # 工作坐标系；不写则取园区图层的 / working CRS; by default the parks' own\n\n";
  std::vector<bool> used(candidates.size(), false);
  for (std::size_t layer = 0; layer < kLayers.size(); ++layer) {
    std::size_t best = candidates.size();
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (!candidates[i].shapes || used[i] || best_layer(candidates[i]) != layer || candidates[i].score[layer] == 0) continue;
      if (best == candidates.size() || candidates[i].score[layer] > candidates[best].score[layer]) best = i;
    }
    if (best < candidates.size()) {
      used[best] = true;
      text += layer_section(candidates[best], layer);
    } else if (kLayers[layer] == Layer::parks || kLayers[layer] == Layer::parcels) {
      text += fmt::format("# 没有认出{}图层，请补上 / no layer of {} was recognised: please add it\n# [{}]  # 必填 / required\n# source = \"\"\n\n",
                          kLayers[layer] == Layer::parks ? "园区" : "宗地", facts::name(kLayers[layer]), facts::name(kLayers[layer]));
    }
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (!candidates[i].shapes) {
      text += table_section(candidates[i]);
    } else if (!used[i]) {
      text += "# 以下图层没有采用 / this layer is not used:\n" +
              commented(candidates[i].score[best_layer(candidates[i])] > 0 ? layer_section(candidates[i], best_layer(candidates[i]))
                                                                           : source_lines(candidates[i])) +
              "\n";
    }
  }
  return text;
}

}  // namespace yongdi::layers
