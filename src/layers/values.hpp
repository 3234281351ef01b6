#pragma once
// A cell of a source as a plain value of its canonical field.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "facts/table.hpp"
#include "layers/columns.hpp"

namespace yongdi::layers {

// What could not be read, when something could not.
struct Doubt {
  std::string_view code;  // of the finding; empty when all is well
  std::string written;    // what stands there
  std::string known;      // the codes there are
};

class ValueReader {
 public:
  ValueReader(OpenLayer& source, facts::Layer layer, const Aliases& aliases)
      : m_source(&source), m_fields(facts::fields(layer)), m_aliases(&aliases), m_codes(m_fields.size()) {}
  // monostate with `doubt` filled when what stands there cannot be read; monostate alone when nothing stands there.
  facts::Value read(const OGRFeature& feature, const Column& column, Doubt& doubt);
  // A text (UTF-8) as if it stood in that column of the source.
  [[nodiscard]] facts::Value from_text(std::string_view text, const Column& column, Doubt& doubt) const;

 private:
  [[nodiscard]] std::optional<std::string> code(std::size_t field, std::string_view word) const;
  // `written`: what stands there, where that is not the number itself.
  static facts::Value from_number(const measures::Exact& number, const measures::Unit* unit, bool percent, std::string_view written, Doubt& doubt);

  OpenLayer* m_source;
  std::span<const facts::Field> m_fields;
  const Aliases* m_aliases;
  // Words already looked up, of each field: a column of codes has few, and a table may have a million rows.
  mutable std::vector<std::map<std::string, std::optional<std::string>, std::less<>>> m_codes;
};

}  // namespace yongdi::layers
