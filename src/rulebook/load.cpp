// A rulebook for use: gathered, and refused when anything in it is wrong.
#include <algorithm>
#include <utility>

#include "measures/digest.hpp"
#include "rulebook/gather.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::rulebook {

namespace fs = std::filesystem;

Rulebook Rulebook::load(const fs::path& rules_folder, std::string_view rulebook) { return Rulebook(gather(rules_folder, rulebook)); }

Rulebook Rulebook::from_texts(const NamedText& rulebook, const std::vector<NamedText>& documents) { return Rulebook(gather(rulebook, documents)); }

Rulebook::Rulebook(Gathered&& gathered)
    : m_name(std::move(gathered.name)),
      m_title(std::move(gathered.title)),
      m_own_text(std::move(gathered.own_text)),
      m_documents(std::move(gathered.documents)),
      m_anchors(std::move(gathered.anchors)),
      m_in_place_of(std::move(gathered.in_place_of)) {
  refuse_errors(std::move(gathered.problems));
}

std::vector<std::string> shipped_rulebooks(const fs::path& rules_folder) {
  std::vector<std::string> names;
  std::error_code none;  // then there are no rulebooks
  for (const auto& entry : fs::directory_iterator(rules_folder, none)) {
    const std::string file = entry.path().filename().string();
    if (file.ends_with(kRulebookEnding)) names.push_back(file.substr(0, file.size() - kRulebookEnding.size()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

NotEncodedList not_encoded(const fs::path& rules_folder, std::string_view rulebook) {
  const fs::path own = fs::path(rulebook) / kNotEncodedFile, shipped = rules_folder / kNotEncodedFile;
  const bool shipped_book = fs::is_regular_file(rules_folder / (std::string(rulebook) + std::string(kRulebookEnding)));
  const std::string text = text_of(!shipped_book && fs::is_regular_file(own) ? own : shipped);
  Problems problems;
  NotEncodedList list{measures::sha256(text), read_not_encoded(text, std::string(kNotEncodedFile), problems)};
  refuse_errors(std::move(problems));
  return list;
}

}  // namespace yongdi::rulebook
