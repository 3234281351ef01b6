#include "rulebook/check.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "rulebook/consistency.hpp"
#include "rulebook/gather.hpp"
#include "rulebook/parameters.hpp"

namespace yongdi::rulebook {
namespace {

namespace fs = std::filesystem;
using findings::Exit;
using findings::Failure;

std::string name_of(const fs::path& file) { return file.filename().string(); }

bool is_document(std::string_view name) {
  return name.ends_with(".toml") && !name.ends_with(kRulebookEnding) && name != kOwnRulebook && name != kNotEncodedFile;
}

class Clerk {
 public:
  explicit Clerk(fs::path rules_folder) : m_rules_folder(std::move(rules_folder)) {}

  void book(const std::string& rulebook) {
    Gathered gathered = gather(m_rules_folder, rulebook);
    Checked::Book book{gathered.name, gathered.title, gathered.documents.size(), {}, gathered.in_place_of};
    for (const ParameterInfo& declared : kParameters)
      if (!is_given(declared, gathered.documents)) book.not_given.emplace_back(declared.name);
    m_result.books.push_back(std::move(book));
    m_result.files.push_back(fs::is_directory(rulebook) ? std::string(kOwnRulebook) : rulebook + std::string(kRulebookEnding));
    take(std::move(gathered.problems));
    for (Document& document : gathered.documents) take(std::move(document));
  }

  void document(const fs::path& file) {
    Problems problems;
    ReadDocument read = read_document(text_of(file), name_of(file), problems);
    m_result.files.push_back(name_of(file));
    if (read.whole) {
      check_together({read.document}, problems);
      take(std::move(read.document));
    }
    take(std::move(problems));
  }

  void not_encoded(const fs::path& file) {
    Problems problems;
    m_result.not_encoded = read_not_encoded(text_of(file), name_of(file), problems).size();
    m_result.files.push_back(name_of(file));
    take(std::move(problems));
  }

  // A file of the folder that no rulebook lists is held to the same grammar, and told.
  void unlisted(const fs::path& folder) {
    for (const fs::path& file : document_files(folder)) {
      if (m_seen.contains(name_of(file)) || has_problem(name_of(file))) continue;
      document(file);
      m_result.problems.push_back(
          {Problem::Weight::warning,
           name_of(file),
           0,
           {"没有规则集列出该文件，不会采用", "no rulebook lists this file, so it is not used"},
           {"列入 rulebook.toml 的 documents，或移走该文件。", "List it under `documents` of the rulebook, or move it away."}});
    }
  }

  Checked result() && {
    for (const Document& document : m_result.documents) m_result.files.push_back(document.file);
    std::sort(m_result.files.begin(), m_result.files.end());
    m_result.files.erase(std::unique(m_result.files.begin(), m_result.files.end()), m_result.files.end());
    std::sort(m_result.documents.begin(), m_result.documents.end(), [](const Document& a, const Document& b) { return a.file < b.file; });
    sort(m_result.problems);
    return std::move(m_result);
  }

 private:
  static bool is_given(const ParameterInfo& declared, const std::vector<Document>& documents) {
    return std::any_of(documents.begin(), documents.end(), [&](const Document& document) {
      return std::any_of(document.parameters.begin(), document.parameters.end(),
                         [&](const Parameter& parameter) { return find_parameter(parameter.name) == &declared; });
    });
  }
  [[nodiscard]] bool has_problem(const std::string& file) const {
    return std::any_of(m_result.problems.begin(), m_result.problems.end(), [&](const Problem& problem) { return problem.file == file; });
  }
  void take(Document&& document) {
    if (m_seen.insert(document.file).second) m_result.documents.push_back(std::move(document));
  }
  void take(Problems&& problems) {  // two rulebooks may list the same document; what is wrong with it is told once
    for (Problem& problem : problems)
      if (m_told.insert({problem.file, problem.line, problem.wrong.en}).second) m_result.problems.push_back(std::move(problem));
  }

  fs::path m_rules_folder;
  Checked m_result;
  std::set<std::string> m_seen;
  std::set<std::tuple<std::string, std::int64_t, std::string>> m_told;
};

[[noreturn]] void refuse(const fs::path& path) {
  throw Failure(Exit::input, {"没有可以核对的规则文件：" + path.string() + "。请给出规则集文件夹（含 rulebook.toml）、规则文件夹或单个 .toml 文件。",
                              "there are no rule files to check at " + path.string() +
                                  ". Give the folder of a rulebook (with a rulebook.toml), a folder of rule files, or one .toml file."});
}

}  // namespace

Checked check(const fs::path& rules_folder, const fs::path& path) {
  std::error_code none;  // then it is neither
  if (fs::is_regular_file(path, none)) {
    const std::string name = name_of(path);
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (name == kOwnRulebook) return check(rules_folder, folder);
    Clerk clerk(name.ends_with(kRulebookEnding) ? folder : rules_folder);
    if (name.ends_with(kRulebookEnding))
      clerk.book(name.substr(0, name.size() - kRulebookEnding.size()));
    else if (name == kNotEncodedFile)
      clerk.not_encoded(path);
    else if (is_document(name))
      clerk.document(path);
    else
      refuse(path);
    return std::move(clerk).result();
  }
  const bool own = fs::is_regular_file(path / kOwnRulebook, none);
  const auto books = own ? std::vector<std::string>{path.string()} : shipped_rulebooks(path);
  if (!own && books.empty() && document_files(path).empty()) refuse(path);
  Clerk clerk(own ? rules_folder : path);
  for (const std::string& book : books) clerk.book(book);
  if (books.empty()) {
    for (const fs::path& file : document_files(path)) clerk.document(file);
  } else {
    clerk.unlisted(path);
  }
  if (fs::is_regular_file(path / kNotEncodedFile, none)) clerk.not_encoded(path / kNotEncodedFile);
  return std::move(clerk).result();
}

}  // namespace yongdi::rulebook
