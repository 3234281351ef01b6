#include "rulebook/gather.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "measures/digest.hpp"
#include "measures/nearest.hpp"
#include "rulebook/consistency.hpp"

namespace yongdi::rulebook {
namespace {

namespace fs = std::filesystem;
using findings::Exit;
using findings::Failure;
using findings::Text;

void add(Problems& problems, const std::string& file, std::int64_t line, Text wrong, Text mend) {
  problems.push_back({Problem::Weight::error, file, line, std::move(wrong), std::move(mend)});
}

Text meant(std::string_view written, const std::vector<std::string>& names, Text otherwise) {
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const std::string nearest(measures::nearest_name(written, candidates));
  if (nearest.empty()) return otherwise;
  return {"是否应为“" + nearest + "”？", "Did you mean \"" + nearest + "\"?"};
}

[[noreturn]] void refuse_name(const fs::path& rules_folder, std::string_view rulebook) {
  const auto names = shipped_rulebooks(rules_folder);
  if (names.empty()) {
    throw Failure(Exit::usage, {"规则文件夹 " + rules_folder.string() + " 中没有规则集。请检查程序的数据文件夹是否完整。",
                                "there is no rulebook in " + rules_folder.string() + ". Check that the program's data folder is complete."});
  }
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
  const std::string given(rulebook);
  const Text hint = meant(rulebook, names, {"可用：" + all + "。", "Valid are: " + all + "."});
  throw Failure(Exit::usage, {"没有规则集“" + given + "”：既不是内置规则集，也不是含有 rulebook.toml 的文件夹。" + hint.zh,
                              "there is no rulebook \"" + given + "\": it is neither a shipped one nor a folder with a rulebook.toml. " + hint.en});
}

// The documents that a rulebook lists, each read, with where it was found.
class Shelf {
 public:
  Shelf(fs::path rules_folder, fs::path own_folder, Gathered& into)
      : m_rules_folder(std::move(rules_folder)), m_own_folder(std::move(own_folder)), m_into(into) {}

  void take(const RulebookFile& file, const std::string& label) {
    std::set<std::string, std::less<>> listed;
    std::optional<Level> previous;
    for (const Line& line : file.documents) {
      if (!listed.insert(line.text).second) {
        add(m_into.problems, label, line.line, {"文件“" + line.text + "”列了两次", "the file \"" + line.text + "\" is listed twice"},
            {"删去其中一个。", "Remove one of them."});
        continue;
      }
      const auto level = take(line, label);
      if (level && previous && *level < *previous) {
        add(m_into.problems, label, line.line,
            {"文件“" + line.text + "”的层级（" + std::string(to_text(*level)) + "）高于它前面的文件",
             "the file \"" + line.text + "\" is of a higher level (" + std::string(to_text(*level)) + ") than the one before it"},
            {"上级文件排在前面。", "List higher levels first."});
      }
      if (level) previous = level;
    }
  }

  // Hands the documents over, higher level first; one of the own folder puts the shipped one of its number and version aside.
  void settle() {
    for (const Kept& own : m_kept) {
      for (Kept& shipped : m_kept) {
        const bool same = own.document.number == shipped.document.number && own.document.version == shipped.document.version;
        if (!own.own || shipped.own || !own.whole || !shipped.whole || !same) continue;
        m_into.in_place_of.push_back({own.document.file, shipped.document.file, shipped.document.sha256});
        shipped.aside = true;
      }
    }
    for (Kept& kept : m_kept)
      if (kept.whole && !kept.aside) m_into.documents.push_back(std::move(kept.document));
    std::stable_sort(m_into.documents.begin(), m_into.documents.end(), [](const Document& a, const Document& b) { return a.level < b.level; });
  }

 private:
  struct Kept {
    Document document;
    bool whole, own, aside = false;
  };

  // The level of the document; empty when it is not there or cannot be read.
  std::optional<Level> take(const Line& line, const std::string& label) {
    const auto known = std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept& kept) { return kept.document.file == line.text; });
    if (known != m_kept.end()) return known->document.level;  // of the rulebook that this one extends
    const bool own = !m_own_folder.empty() && fs::is_regular_file(m_own_folder / line.text);
    const fs::path shipped = m_rules_folder / line.text;
    if (!own && !fs::is_regular_file(shipped)) {
      std::vector<std::string> names;
      for (const fs::path& folder : {m_own_folder, m_rules_folder})
        for (const fs::path& file : document_files(folder)) names.push_back(file.filename().string());
      const Text otherwise{"检查文件名，或把文件放在规则集旁边。", "Check its name, or put it beside the rulebook."};
      add(m_into.problems, label, line.line, {"找不到文件“" + line.text + "”", "the file \"" + line.text + "\" is not there"},
          meant(line.text, names, otherwise));
      return std::nullopt;
    }
    ReadDocument read = read_document(text_of(own ? m_own_folder / line.text : shipped), line.text, m_into.problems);
    if (own && fs::is_regular_file(shipped)) m_into.in_place_of.push_back({line.text, line.text, measures::sha256(text_of(shipped))});
    m_kept.push_back({std::move(read.document), read.whole, own});
    return read.whole ? std::optional(m_kept.back().document.level) : std::nullopt;
  }

  fs::path m_rules_folder, m_own_folder;
  Gathered& m_into;
  std::vector<Kept> m_kept;
};

void take_anchors(const RulebookFile& file, const std::string& label, Gathered& into) {
  std::vector<std::string> numbers;
  for (const Document& document : into.documents) numbers.push_back(document.number);
  for (const Line& anchor : file.anchors) {
    if (std::find(numbers.begin(), numbers.end(), anchor.text) == numbers.end()) {
      add(into.problems, label, anchor.line,
          {"基准文件“" + anchor.text + "”不在所列文件之中", "the anchor \"" + anchor.text + "\" is not the number of a listed document"},
          meant(anchor.text, numbers, {"写所列文件之一的文号。", "Give the number of one of the listed documents."}));
    } else if (std::find(into.anchors.begin(), into.anchors.end(), anchor.text) == into.anchors.end()) {
      into.anchors.push_back(anchor.text);
    }
  }
}

// The shipped rulebook that a folder's rulebook takes over; empty with a problem when there is none of that name.
RulebookFile base_of(const RulebookFile& file, const fs::path& rules_folder, const std::string& label, Gathered& into) {
  if (file.extends.empty()) return {};
  const fs::path base = rules_folder / (file.extends + std::string(kRulebookEnding));
  if (!fs::is_regular_file(base)) {
    add(into.problems, label, 0,
        {"extends 所指的规则集“" + file.extends + "”不存在", "there is no shipped rulebook \"" + file.extends + "\" to extend"},
        meant(file.extends, shipped_rulebooks(rules_folder), {"写一个内置规则集的名称。", "Give the name of a shipped rulebook."}));
    return {};
  }
  RulebookFile result = read_rulebook_file(text_of(base), base.filename().string(), into.problems);
  if (!result.extends.empty()) {
    add(into.problems, base.filename().string(), 0, {"内置规则集不得再 extends 另一个", "a shipped rulebook does not extend another one"},
        {"列出它的全部文件。", "List all of its documents."});
  }
  return result;
}

std::string toml_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

// What a rulebook that builds on shipped files came to, so that a ledger needs no other file to read it.
std::string resolved_text(const Gathered& book) {
  std::string text = "title = { zh = " + toml_text(book.title.zh) + ", en = " + toml_text(book.title.en) + " }\ndocuments = [\n";
  for (const Document& document : book.documents) text += "  " + toml_text(document.file) + ",\n";
  text += "]\nanchors = [";
  for (const std::string& anchor : book.anchors) text += (&anchor == &book.anchors.front() ? "" : ", ") + toml_text(anchor);
  text += "]\n";
  for (const InPlaceOf& each : book.in_place_of)
    text += "\n[[in_place_of]]\nfile = " + toml_text(each.file) + "\nshipped = " + toml_text(each.shipped) +
            "\nshipped_sha256 = " + toml_text(each.shipped_sha256) + "\n";
  return text;
}

// References may lead to documents that are encoded but not listed.
void check_references(const fs::path& rules_folder, const fs::path& own_folder, Gathered& book) {
  std::vector<std::string> known;
  for (const Document& document : book.documents) known.push_back(document.number);
  Problems unresolved;
  check_references(book.documents, known, unresolved);
  if (unresolved.empty()) return;
  Problems of_others;  // theirs to tell, when they are listed
  for (const fs::path& folder : {rules_folder, own_folder})
    for (const fs::path& file : document_files(folder))
      known.push_back(read_document(text_of(file), file.filename().string(), of_others).document.number);
  check_references(book.documents, known, book.problems);
}

}  // namespace

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream.is_open() || stream.bad()) {
    throw Failure(Exit::usage, {"规则文件 " + file.string() + " 无法读取。请检查它是否存在、是否有读取权限。",
                                "rule file " + file.string() + " cannot be read. Check that it exists and may be read."});
  }
  return text;
}

std::vector<fs::path> document_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code none;  // then there are no files
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    const std::string name = entry.path().filename().string();
    const bool other = name.ends_with(kRulebookEnding) || name == kOwnRulebook || name == kNotEncodedFile;
    if (name.ends_with(".toml") && !other) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Gathered gather(const fs::path& rules_folder, std::string_view rulebook) {
  const fs::path folder(rulebook);
  const fs::path shipped_file = rules_folder / (std::string(rulebook) + std::string(kRulebookEnding));
  const bool own = !fs::is_regular_file(shipped_file) && fs::is_regular_file(folder / kOwnRulebook);
  if (!own && !fs::is_regular_file(shipped_file)) refuse_name(rules_folder, rulebook);

  Gathered result;
  result.name = own ? fs::weakly_canonical(folder).filename().string() : std::string(rulebook);
  const std::string label = own ? std::string(kOwnRulebook) : shipped_file.filename().string();
  result.own_text = {result.name + std::string(kRulebookEnding), text_of(own ? folder / kOwnRulebook : shipped_file)};
  const RulebookFile file = read_rulebook_file(result.own_text.text, label, result.problems);
  result.title = file.title;
  const RulebookFile base = base_of(file, rules_folder, label, result);
  Shelf shelf(rules_folder, own ? folder : fs::path(), result);
  shelf.take(base, file.extends + std::string(kRulebookEnding));
  shelf.take(file, label);
  shelf.settle();
  take_anchors(base, file.extends + std::string(kRulebookEnding), result);
  take_anchors(file, label, result);
  check_together(result.documents, result.problems);
  check_references(rules_folder, own ? folder : fs::path(), result);
  if (!file.extends.empty() || !result.in_place_of.empty()) result.own_text.text = resolved_text(result);
  return result;
}

Gathered gather(const Rulebook::NamedText& rulebook, const std::vector<Rulebook::NamedText>& documents) {
  Gathered result;
  result.name = rulebook.name.ends_with(kRulebookEnding) ? rulebook.name.substr(0, rulebook.name.size() - kRulebookEnding.size()) : rulebook.name;
  result.own_text = rulebook;
  const RulebookFile file = read_rulebook_file(rulebook.text, rulebook.name, result.problems);
  result.title = file.title;
  result.in_place_of = file.in_place_of;
  for (const Line& listed : file.documents) {
    const auto found = std::find_if(documents.begin(), documents.end(), [&](const auto& text) { return text.name == listed.text; });
    if (found == documents.end()) {
      add(result.problems, rulebook.name, listed.line, {"没有文件“" + listed.text + "”的内容", "the text of \"" + listed.text + "\" is not there"},
          {"重新生成台账，或补上该文件。", "Make the ledger again, or add the file."});
      continue;
    }
    ReadDocument read = read_document(found->text, found->name, result.problems);
    if (read.whole) result.documents.push_back(std::move(read.document));
  }
  const auto higher = [](const Document& a, const Document& b) { return a.level < b.level; };
  std::stable_sort(result.documents.begin(), result.documents.end(), higher);
  take_anchors(file, rulebook.name, result);
  check_together(result.documents, result.problems);
  return result;
}

}  // namespace yongdi::rulebook
