#include "cli/words.hpp"

#include <CLI/CLI.hpp>

namespace yongdi::cli {

Words::Words(CLI::App& program, const std::string& name, const findings::Text& summary, Language language)
    : m_parser(program.add_subcommand(name, in(language, summary))), m_language(language) {}

Words& Words::argument(const std::string& name, std::string& value, const findings::Text& help, Need need) {
  m_parser->add_option(name, value, in(m_language, help))->option_text(" ")->required(need == Need::required);
  return *this;
}

Words& Words::arguments(const std::string& name, std::vector<std::string>& values, const findings::Text& help) {
  m_parser->add_option(name, values, in(m_language, help))->option_text("...")->required();
  return *this;
}

Words& Words::option(const std::string& names, const std::string& takes, std::string& value, const findings::Text& help, Need need) {
  m_parser->add_option(names, value, in(m_language, help))->option_text(takes)->required(need == Need::required)->take_last();
  return *this;
}

Words& Words::repeated(const std::string& names, const std::string& takes, std::vector<std::string>& values, const findings::Text& help) {
  // One value at a time: otherwise the option would swallow the arguments behind it.
  m_parser->add_option(names, values, in(m_language, help))->option_text(takes)->expected(1)->take_all();
  return *this;
}

Words& Words::pair(const std::string& names, const std::string& takes, std::vector<std::string>& values, const findings::Text& help) {
  m_parser->add_option(names, values, in(m_language, help))->option_text(takes)->expected(2);
  return *this;
}

Words& Words::flag(const std::string& names, bool& value, const findings::Text& help) {
  m_parser->add_flag(names, value, in(m_language, help))->disable_flag_override();
  return *this;
}

Words& Words::footer(const findings::Text& text) {
  m_parser->footer(in(m_language, text));
  return *this;
}

}  // namespace yongdi::cli
