// Puts a rulebook together from its file and its documents, and refuses what would make an answer depend on the order of files.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

#include "measures/nearest.hpp"
#include "rulebook/read.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::rulebook {
namespace {

namespace fs = std::filesystem;
using findings::Exit;
using findings::Failure;
using findings::Text;

constexpr std::string_view kEnding = ".rulebook.toml";

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream.is_open() || stream.bad()) {
    throw Failure(Exit::usage, {"规则文件 " + file.string() + " 无法读取。请检查它是否存在、是否有读取权限。",
                                "rule file " + file.string() + " cannot be read. Check that it exists and may be read."});
  }
  return text;
}

std::vector<std::string> shipped(const fs::path& rules_folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(rules_folder, error)) {
    const std::string file = entry.path().filename().string();
    if (file.ends_with(kEnding)) names.push_back(file.substr(0, file.size() - kEnding.size()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

[[noreturn]] void refuse_name(const fs::path& rules_folder, std::string_view rulebook) {
  const auto names = shipped(rules_folder);
  if (names.empty()) {
    throw Failure(Exit::usage, {"规则文件夹 " + rules_folder.string() + " 中没有规则集。请检查程序的数据文件夹是否完整。",
                                "there is no rulebook in " + rules_folder.string() + ". Check that the program's data folder is complete."});
  }
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const auto nearest = measures::nearest_name(rulebook, candidates);
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
  const std::string given(rulebook);
  const std::string hint(nearest);
  throw Failure(Exit::usage, {"没有规则集“" + given + "”：既不是内置规则集，也不是含有 rulebook.toml 的文件夹。" +
                                  (hint.empty() ? "可用：" + all + "。" : "是否应为“" + hint + "”？"),
                              "there is no rulebook \"" + given + "\": it is neither a shipped one nor a folder with a rulebook.toml. " +
                                  (hint.empty() ? "Valid are: " + all + "." : "Did you mean \"" + hint + "\"?")});
}

bool overlap(const Document& a, const Document& b) {
  return (!a.in_force_to || b.in_force_from <= *a.in_force_to) && (!b.in_force_to || a.in_force_from <= *b.in_force_to);
}

std::string validity(const Document& document) {
  return document.in_force_from.to_iso() + " – " + (document.in_force_to ? document.in_force_to->to_iso() : "…");
}

void refuse_two_at_once(const std::vector<Document>& documents) {
  for (std::size_t i = 0; i < documents.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Document& earlier = documents[j];
      const Document& later = documents[i];
      if (earlier.level != later.level || !overlap(earlier, later)) continue;
      for (const Parameter& parameter : later.parameters) {
        const auto same = [&](const Parameter& other) { return other.name == parameter.name; };
        const auto other = std::find_if(earlier.parameters.begin(), earlier.parameters.end(), same);
        if (other == earlier.parameters.end()) continue;
        const std::string place = earlier.file + ":" + std::to_string(other->line);
        throw refusal(
            later.file, parameter.line,
            {"参数“" + parameter.name + "”在同一层级有两个同时有效的文件：" + earlier.number + "（" + place + "，" + validity(earlier) + "）和 " +
                 later.number + "（" + validity(later) + "）",
             "the parameter \"" + parameter.name + "\" has two documents of one level in force at once: " + earlier.number + " (" + place + ", " +
                 validity(earlier) + ") and " + later.number + " (" + validity(later) + ")"},
            {"为较早的文件写明 in_force 的 to，或删去其中一个参数。", "Give the earlier document its last day, or remove one of the parameters."});
      }
    }
  }
}

void refuse_order(const RulebookFile& file, const std::string& label, const std::vector<Document>& documents) {
  std::set<std::string, std::less<>> seen;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const Listed& listed = file.documents[i];
    if (!seen.insert(listed.name).second) {
      throw refusal(label, listed.line, {"文件“" + listed.name + "”列了两次", "the file \"" + listed.name + "\" is listed twice"},
                    {"删去其中一个。", "Remove one of them."});
    }
    if (i > 0 && documents[i].level < documents[i - 1].level) {
      throw refusal(
          label, listed.line,
          {"文件“" + listed.name + "”的层级（" + std::string(to_text(documents[i].level)) + "）高于它前面的文件",
           "the file \"" + listed.name + "\" is of a higher level (" + std::string(to_text(documents[i].level)) + ") than the one before it"},
          {"上级文件排在前面。", "List higher levels first."});
    }
  }
}

void refuse_unknown_anchor(const RulebookFile& file, const std::string& label, const std::vector<Document>& documents) {
  std::vector<std::string_view> numbers;
  for (const auto& document : documents) numbers.push_back(document.number);
  for (const Listed& anchor : file.anchors) {
    if (std::find(numbers.begin(), numbers.end(), anchor.name) != numbers.end()) continue;
    const std::string nearest(measures::nearest_name(anchor.name, numbers));
    throw refusal(label, anchor.line,
                  {"基准文件“" + anchor.name + "”不在所列文件之中", "the anchor \"" + anchor.name + "\" is not the number of a listed document"},
                  nearest.empty() ? Text{"写所列文件之一的文号。", "Give the number of one of the listed documents."}
                                  : Text{"是否应为“" + nearest + "”？", "Did you mean \"" + nearest + "\"?"});
  }
}

}  // namespace

Rulebook Rulebook::load(const fs::path& rules_folder, std::string_view rulebook) {
  const fs::path folder(rulebook);
  const fs::path shipped_file = rules_folder / (std::string(rulebook) + std::string(kEnding));
  const bool own = !fs::is_regular_file(shipped_file) && fs::is_regular_file(folder / "rulebook.toml");
  if (!own && !fs::is_regular_file(shipped_file)) refuse_name(rules_folder, rulebook);

  const fs::path file = own ? folder / "rulebook.toml" : shipped_file;
  const std::string name = own ? fs::weakly_canonical(folder).filename().string() : std::string(rulebook);
  const NamedText text{name + std::string(kEnding), text_of(file)};
  std::vector<NamedText> documents;
  for (const Listed& listed : read_rulebook_file(text.text, text.name).documents) {
    const fs::path in_folder = folder / listed.name;
    const fs::path place = own && fs::is_regular_file(in_folder) ? in_folder : rules_folder / listed.name;
    if (!fs::is_regular_file(place)) {
      throw refusal(text.name, listed.line, {"找不到文件“" + listed.name + "”", "the file \"" + listed.name + "\" is not there"},
                    {"检查文件名，或把文件放在规则集旁边。", "Check its name, or put it beside the rulebook."});
    }
    documents.push_back({listed.name, text_of(place)});
  }
  return from_texts(text, documents);
}

Rulebook Rulebook::from_texts(const NamedText& rulebook, const std::vector<NamedText>& documents) {
  const RulebookFile file = read_rulebook_file(rulebook.text, rulebook.name);
  Rulebook result;
  result.m_name = rulebook.name.ends_with(kEnding) ? rulebook.name.substr(0, rulebook.name.size() - kEnding.size()) : rulebook.name;
  result.m_own_text = rulebook;
  for (const Listed& listed : file.documents) {
    const auto found = std::find_if(documents.begin(), documents.end(), [&](const NamedText& text) { return text.name == listed.name; });
    if (found == documents.end()) {
      throw refusal(rulebook.name, listed.line, {"没有文件“" + listed.name + "”的内容", "the text of \"" + listed.name + "\" is not there"},
                    {"重新生成台账，或补上该文件。", "Make the ledger again, or add the file."});
    }
    result.m_documents.push_back(read_document(found->text, found->name));
  }
  refuse_order(file, rulebook.name, result.m_documents);
  refuse_two_at_once(result.m_documents);
  refuse_unknown_anchor(file, rulebook.name, result.m_documents);
  for (const Listed& anchor : file.anchors) result.m_anchors.push_back(anchor.name);
  return result;
}

}  // namespace yongdi::rulebook
