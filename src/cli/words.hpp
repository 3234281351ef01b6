#pragma once
// The words of one command: its arguments, options and flags, and the help that tells them. The parser (CLI11) is all headers and slow to compile, so
// commands do not see it: it stays in words.cpp, program.cpp and refusal.cpp.
#include <cstdint>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "findings/failure.hpp"

namespace CLI {
class App;
}

namespace yongdi::cli {

enum class Need : std::uint8_t { optional, required };

class Words {
 public:
  // Offers a command of the program. Every value named below must outlive the parsing.
  Words(CLI::App& program, const std::string& name, const findings::Text& summary, Language language);
  // The program's own words.
  Words(CLI::App& program, Language language) : m_parser(&program), m_language(language) {}

  Words& argument(const std::string& name, std::string& value, const findings::Text& help, Need need = Need::required);  // one
  Words& arguments(const std::string& name, std::vector<std::string>& values, const findings::Text& help);               // one or more
  // `takes` is what stands behind the option in the help: "ledger.gpkg". Given twice, the last holds.
  Words& option(const std::string& names, const std::string& takes, std::string& value, const findings::Text& help, Need need = Need::optional);
  // An option that may be given several times, each time with one value.
  Words& repeated(const std::string& names, const std::string& takes, std::vector<std::string>& values, const findings::Text& help);
  // An option with two values behind it.
  Words& pair(const std::string& names, const std::string& takes, std::vector<std::string>& values, const findings::Text& help);
  Words& flag(const std::string& names, bool& value, const findings::Text& help);
  Words& footer(const findings::Text& text);  // examples, below the options

  [[nodiscard]] Language language() const { return m_language; }
  [[nodiscard]] CLI::App& parser() const { return *m_parser; }

 private:
  CLI::App* m_parser;
  Language m_language;
};

}  // namespace yongdi::cli
