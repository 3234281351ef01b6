#pragma once
// The switches that commands share, declared once. A command offers those that apply to it; any other is refused.
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/progress.hpp"
#include "cli/words.hpp"
#include "measures/day.hpp"
#include "report/language.hpp"
#include "workflow/audit.hpp"

namespace yongdi::cli {

enum class Switch : std::uint8_t { as_of, rulebook, threads, overwrite, fail_on, progress, json, dry_run, quiet };

// As typed. The functions below give the values their meaning, and throw findings::Failure (Exit::usage) naming the switch and what it takes.
struct Switches {
  std::string as_of, rulebook, threads, fail_on, progress, lang;
  bool overwrite = false, json = false, dry_run = false, quiet = false;

  [[nodiscard]] std::optional<measures::Day> as_of_day() const;
  [[nodiscard]] unsigned thread_count() const;                               // 0: all cores
  [[nodiscard]] std::optional<findings::Severity> failing_severity() const;  // empty: never
  [[nodiscard]] ProgressMode progress_mode() const;
};

// The position of the value among the words the switch takes. Throws findings::Failure (Exit::usage) that lists them, with the nearest.
std::size_t chosen(std::string_view name, std::string_view value, std::span<const std::string_view> words);

// Adds the switches to a command, with --lang, which every command has. `switches` must outlive the parsing.
void offer(Words& words, Switches& switches, std::initializer_list<Switch> which);
void offer_language(Words& words, std::string& lang);

// The exit status that a finished run earns: findings at or above --fail-on, or a balance that does not close, whatever --fail-on says.
findings::Exit exit_status(const workflow::Audit& audit, const Switches& switches);
findings::Exit exit_status(const std::map<findings::Severity, std::uint64_t>& counts, bool balances_close, const Switches& switches);

}  // namespace yongdi::cli
