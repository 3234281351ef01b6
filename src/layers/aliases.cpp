#include "layers/aliases.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include "findings/failure.hpp"
#include "layers/text.hpp"

namespace yongdi::layers {
namespace {

constexpr unsigned kStep = 4;  // ranks between two aliases: whole, bracket left out, unit left out, cut off

[[noreturn]] void refuse_file(const std::filesystem::path& file, const std::string& reason) {
  throw findings::Failure(
      findings::Exit::processing,
      {fmt::format("字段别名文件 {} 不能用：{}。请重新安装程序的数据文件。", file.string(), reason),
       fmt::format("the alias file {} cannot be used: {}. Please install the program's data files again.", file.string(), reason)});
}

struct Bracket {
  std::string_view open, close;
};
constexpr Bracket kBrackets[] = {{"(", ")"}, {"[", "]"}, {"{", "}"}, {"【", "】"}, {"〔", "〕"}, {"〈", "〉"}, {"《", "》"}};

struct Parts {
  std::string bare;                 // brackets and what stands in them left out
  std::vector<std::string> inside;  // what stood in them
};

// Half-width text in; a bracket that is never closed reaches to the end.
Parts take_apart(std::string_view text) {
  Parts parts;
  for (std::size_t at = 0; at < text.size();) {
    bool found = false;
    for (const Bracket& bracket : kBrackets) {
      if (!text.substr(at).starts_with(bracket.open)) continue;
      const std::size_t begin = at + bracket.open.size();
      const std::size_t end = text.find(bracket.close, begin);
      parts.inside.emplace_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
      at = end == std::string_view::npos ? text.size() : end + bracket.close.size();
      found = true;
      break;
    }
    if (!found) parts.bare += text[at++];
  }
  return parts;
}

bool takes(const facts::Field& field, const measures::Unit* unit) { return unit != nullptr && unit->dimension == field.dimension(); }

}  // namespace

std::string compared(std::string_view header) {
  const std::string plain = lower(half_width(header));
  std::string result;
  for (std::size_t at = 0; at < plain.size();) {
    const std::string_view rest = std::string_view(plain).substr(at);
    std::size_t skip = 0;
    for (const std::string_view left_out : {" ", "\t", "\r", "\n", "_", "-", "\"", "'", ":", "*",  ",",  "/",  "\u00a0", "\ufeff",
                                            "“", "”",  "、", "(",  ")", "[", "]",  "{", "}", "【", "】", "〔", "〕"}) {
      if (rest.starts_with(left_out)) skip = left_out.size();
    }
    if (skip == 0) result += plain[at];
    at += skip == 0 ? 1 : skip;
  }
  return result;
}

Aliases::Aliases(const std::filesystem::path& data_folder) {
  const std::filesystem::path file = data_folder / "fields" / "aliases.toml";
  toml::table root;
  try {
    root = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    refuse_file(file, fmt::format("{} ({})", error.description(), error.source().begin.line));
  }
  for (std::size_t i = 0; i < facts::kLayerCount; ++i) {
    const auto layer = static_cast<facts::Layer>(i);
    const auto fields = facts::fields(layer);
    for (std::size_t field = 0; field < fields.size(); ++field) add(layer, fields[field].name, {field, 0});
    if (const toml::array* words = root["words"][facts::name(layer)].as_array()) {
      for (const toml::node& word : *words) m_words[i].push_back(word.value_or(std::string()));
    }
    const toml::table* section = root[facts::name(layer)].as_table();
    if (section == nullptr) continue;
    for (auto&& [name, list] : *section) {
      const std::size_t field = facts::find_field(layer, name.str());
      const toml::array* names = list.as_array();
      if (field == facts::kNoField || names == nullptr) refuse_file(file, fmt::format("[{}] {}", facts::name(layer), name.str()));
      unsigned position = 0;
      for (const toml::node& alias : *names) add(layer, alias.value_or(std::string()), {field, ++position});
    }
  }
  if (const toml::table* codes = root["codes"].as_table()) {
    for (auto&& [field, table] : *codes) {
      if (!table.is_table()) refuse_file(file, fmt::format("[codes] {}", field.str()));
      for (auto&& [code, words] : *table.as_table()) {
        if (!words.is_array()) refuse_file(file, fmt::format("[codes.{}] {}", field.str(), code.str()));
        for (const toml::node& word : *words.as_array())
          m_codes[std::string(field.str())].emplace(compared(word.value_or(std::string())), code.str());
      }
    }
  }
}

void Aliases::add(facts::Layer layer, std::string_view name, Entry entry) {
  // The first that claims a name keeps it: canonical names are added before aliases.
  m_fields[static_cast<std::size_t>(layer)].emplace(compared(name), entry);
}

std::optional<Recognition> Aliases::look_up(facts::Layer layer, const std::string& name) const {
  const auto& names = m_fields[static_cast<std::size_t>(layer)];
  const auto found = names.find(name);
  if (found == names.end()) return std::nullopt;
  return Recognition{found->second.field, found->second.position * kStep, found->second.position == 0, nullptr, false};
}

std::optional<Recognition> Aliases::recognise(facts::Layer layer, std::string_view header, bool cut_off) const {
  const auto fields = facts::fields(layer);
  const std::string plain = lower(half_width(trim(header)));
  const Parts parts = take_apart(plain);
  const auto with_units = [&](Recognition match, unsigned worse) {
    match.rank += worse;
    for (const std::string& inside : parts.inside) {
      const measures::Unit* unit = measures::find_unit_as_written(trim(inside));
      if (takes(fields[match.field], unit)) match.unit = unit;
      match.percent = match.percent || (trim(inside) == "%" && fields[match.field].kind == facts::Kind::number);
    }
    return match;
  };
  if (const auto match = look_up(layer, compared(plain))) return with_units(*match, 0);
  if (const auto match = look_up(layer, compared(parts.bare))) return with_units(*match, 1);
  // A unit at the end without brackets: 面积公顷, area_mu. The longest unit is the one meant.
  for (std::size_t at = 1; at < parts.bare.size(); ++at) {
    std::string_view rest = std::string_view(parts.bare).substr(at);
    while (rest.starts_with("_") || rest.starts_with("-") || rest.starts_with(" ")) rest.remove_prefix(1);
    const measures::Unit* unit = measures::find_unit_as_written(rest);
    auto match = unit == nullptr ? std::nullopt : look_up(layer, compared(std::string_view(parts.bare).substr(0, at)));
    if (match && takes(fields[match->field], unit)) {
      match->rank += 2;
      match->unit = unit;
      return match;
    }
  }
  const std::string beginning = compared(parts.bare);
  if (!cut_off || length(beginning) < 3) return std::nullopt;
  std::optional<Recognition> only;
  for (const auto& [name, entry] : m_fields[static_cast<std::size_t>(layer)]) {
    if (!name.starts_with(beginning)) continue;
    if (only && only->field != entry.field) return std::nullopt;  // 约定容积率下限, 约定容积率上限: nobody can tell
    only = Recognition{entry.field, entry.position * kStep + 3, false, nullptr, false};
  }
  return only;
}

std::optional<std::string> Aliases::code(const facts::Field& field, std::string_view word) const {
  const std::string wanted = compared(word);
  const bool yes_no = field.kind == facts::Kind::yes_no;
  const auto words = m_codes.find(yes_no ? "yes_no" : field.name);
  const std::string* meant = nullptr;
  if (words != m_codes.end()) {
    if (const auto found = words->second.find(wanted); found != words->second.end()) meant = &found->second;
  }
  // Two layers may have fields of one name with codes of their own (the kind of an approval, of a reason).
  std::string_view rest = yes_no ? "yes no" : field.codes;
  while (!rest.empty()) {
    const std::string_view code = rest.substr(0, rest.find(' '));
    if (lower(std::string(code)) == wanted || (meant != nullptr && *meant == code)) return std::string(code);
    rest.remove_prefix(std::min(rest.size(), code.size() + 1));
  }
  return std::nullopt;
}

}  // namespace yongdi::layers
