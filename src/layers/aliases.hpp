#pragma once
// What bureaus write for a canonical field or code: the alias file (gis-data/fields/aliases.toml), and headers understood with it.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/field.hpp"
#include "measures/units.hpp"

namespace yongdi::layers {

// How a header fits a canonical field. Smaller rank fits better: the canonical name first, then aliases in the order of the file, each better whole
// than with a bracket or unit left out, better than as the beginning of a longer name that a .dbf cut off.
struct Recognition {
  std::size_t field = facts::kNoField;
  unsigned rank = 0;
  bool canonical = false;
  const measures::Unit* unit = nullptr;  // named by the header
  bool percent = false;
};

class Aliases {
 public:
  // Throws findings::Failure (Exit::processing) for a data file that is missing or malformed.
  explicit Aliases(const std::filesystem::path& data_folder);
  // `cut_off`: the header may have lost its end (10 bytes of a .dbf).
  [[nodiscard]] std::optional<Recognition> recognise(facts::Layer layer, std::string_view header, bool cut_off) const;
  // The code that a word stands for; the codes themselves included.
  [[nodiscard]] std::optional<std::string> code(const facts::Field& field, std::string_view word) const;
  // Words by which a layer or file is named: 园区, 宗地 ….
  [[nodiscard]] const std::vector<std::string>& layer_words(facts::Layer layer) const { return m_words[static_cast<std::size_t>(layer)]; }

 private:
  struct Entry {
    std::size_t field;
    unsigned position;  // in the file's list; 0 for the canonical name itself
  };
  [[nodiscard]] std::optional<Recognition> look_up(facts::Layer layer, const std::string& name) const;
  void add(facts::Layer layer, std::string_view name, Entry entry);

  std::map<std::string, Entry, std::less<>> m_fields[facts::kLayerCount];
  std::vector<std::string> m_words[facts::kLayerCount];
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> m_codes;  // field → word → code
};

// A header as it is compared: half-width, small letters, no blanks, brackets, quotes, underscores or hyphens.
std::string compared(std::string_view header);

}  // namespace yongdi::layers
