#pragma once
// A table of the project file with the keys it may have. Every key is declared once, with the kind of value it takes; making a Section checks them
// all, so that reading afterwards cannot meet a surprise. What does not fit is a findings::Failure that names file, line, key and what to do.
#include <toml++/toml.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings/failure.hpp"

namespace yongdi::settings {

enum class Takes { text, texts, whole, number, day, table, tables, text_or_table, amount };

struct Key {
  std::string_view name;
  Takes takes;
  bool required = false;
};

// The place of a setting, for messages: "audit.toml, line 12, [parcels]".
struct Where {
  std::string file;
  std::string section;  // "parcels", "parks.fields"; empty at the top
  std::uint32_t line = 0;
  [[nodiscard]] Where at(const toml::node& node) const;
  [[nodiscard]] Where within(std::string_view name) const;
};

[[noreturn]] void refuse(const Where& where, const findings::Text& why);

// "“sorce” … Did you mean “source”?" with all valid names behind.
findings::Text not_among(std::string_view what_zh, std::string_view what_en, std::string_view written, std::span<const std::string_view> valid);

class Section {
 public:
  Section(const toml::table& table, Where where, std::span<const Key> keys);

  [[nodiscard]] std::optional<std::string> text(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
  [[nodiscard]] std::optional<double> number(std::string_view key) const;
  // One of `valid`, or empty when the key is not given.
  [[nodiscard]] std::optional<std::string> choice(std::string_view key, std::span<const std::string_view> valid) const;
  [[nodiscard]] const toml::table* table(std::string_view key) const;
  [[nodiscard]] std::vector<const toml::table*> tables(std::string_view key) const;
  [[nodiscard]] const toml::node* node(std::string_view key) const { return m_table->get(key); }
  [[nodiscard]] const Where& where() const { return m_where; }
  // The same place, at the line of that key.
  [[nodiscard]] Where where_is(std::string_view key) const;

 private:
  const toml::table* m_table;
  Where m_where;
};

}  // namespace yongdi::settings
