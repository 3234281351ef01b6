#include "cli/switches.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <string_view>

#include "measures/nearest.hpp"

namespace yongdi::cli {
namespace {

using findings::Exit;
using findings::Failure;

constexpr unsigned kMostThreads = 1024;

[[noreturn]] void refuse(std::string_view name, std::string_view value, std::string_view takes_zh, std::string_view takes_en) {
  throw Failure(Exit::usage, {fmt::format("{} 的值“{}”不能用：应为{}。", name, value, takes_zh),
                              fmt::format("{} cannot be \"{}\": it takes {}.", name, value, takes_en)});
}

struct Declared {
  Switch which;
  const char* names;
  const char* takes;  // what stands behind it in the help; null for a flag
  std::string Switches::*value;
  bool Switches::*flag;
  std::string_view zh, en;
};

constexpr std::array<Declared, 9> kDeclared{
    {{Switch::as_of, "--as-of", "YYYY-MM-DD", &Switches::as_of, nullptr, "审计基准日，优先于项目文件",
      "the as-of day; goes before the project file's"},
     {Switch::rulebook, "--rulebook", "NAME|DIR", &Switches::rulebook, nullptr, "规则集名称或文件夹，优先于项目文件",
      "name or folder of the rulebook; goes before the project file's"},
     {Switch::threads, "-j", "N", &Switches::threads, nullptr, "并行数，默认用全部处理器；不影响任何数值",
      "threads, default all cores; never changes a figure"},
     {Switch::overwrite, "--overwrite", nullptr, nullptr, &Switches::overwrite, "替换已有的输出文件", "replace an output that exists"},
     {Switch::fail_on, "--fail-on", "error|warning|never", &Switches::fail_on, nullptr, "达到这一级别的问题时退出码为 1，默认 error",
      "findings of this severity or worse make the exit status 1; default error"},
     {Switch::progress, "--progress", "auto|always|never", &Switches::progress, nullptr, "进度显示，默认 auto：只在终端上显示",
      "progress on stderr; default auto: only on a terminal"},
     {Switch::json, "--json", nullptr, nullptr, &Switches::json, "结果以 JSON 写到标准输出", "the result as JSON on stdout"},
     {Switch::dry_run, "--dry-run", nullptr, nullptr, &Switches::dry_run, "只说明将要做什么，不写任何文件", "tell what would be done, write nothing"},
     {Switch::quiet, "-q", nullptr, nullptr, &Switches::quiet, "不显示进度和摘要，只报失败", "no progress and no summary, only failures"}}};

}  // namespace

std::size_t chosen(std::string_view name, std::string_view value, std::span<const std::string_view> words) {
  const auto found = std::find(words.begin(), words.end(), value);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::string list;
  for (const std::string_view word : words) list += (list.empty() ? "" : " | ") + std::string(word);
  const std::string_view nearest = measures::nearest_name(value, words);
  if (nearest.empty()) refuse(name, value, " " + list, list);
  refuse(name, value, fmt::format(" {}（是否想写 {}？）", list, nearest), fmt::format("{} (did you mean {}?)", list, nearest));
}

std::optional<measures::Day> Switches::as_of_day() const {
  if (as_of.empty()) return {};
  const auto day = measures::Day::parse_iso(as_of);
  if (!day) refuse("--as-of", as_of, "日期，如 2024-12-31", "a day such as 2024-12-31");
  return day;
}

unsigned Switches::thread_count() const {
  if (threads.empty()) return 0;
  unsigned count = 0;
  const auto [end, error] = std::from_chars(threads.data(), threads.data() + threads.size(), count);
  if (error != std::errc() || end != threads.data() + threads.size() || count == 0 || count > kMostThreads) {
    refuse("-j", threads, fmt::format(" 1 到 {} 的整数", kMostThreads), fmt::format("a whole number from 1 to {}", kMostThreads));
  }
  return count;
}

std::optional<findings::Severity> Switches::failing_severity() const {
  constexpr std::array<std::string_view, 3> kWords{"error", "warning", "never"};
  switch (chosen("--fail-on", fail_on.empty() ? "error" : fail_on, kWords)) {
    case 0:
      return findings::Severity::error;
    case 1:
      return findings::Severity::warning;
    default:
      return {};
  }
}

ProgressMode Switches::progress_mode() const {
  constexpr std::array<std::string_view, 3> kWords{"auto", "always", "never"};
  const std::size_t position = chosen("--progress", progress.empty() ? "auto" : progress, kWords);
  if (quiet) return ProgressMode::never;
  return position == 0 ? ProgressMode::automatic : position == 1 ? ProgressMode::always : ProgressMode::never;
}

void offer_language(Words& words, std::string& lang) {
  words.option("--lang", "zh|en", lang, {"语言；默认随系统语言环境", "language; default after the locale"});
}

void offer(Words& words, Switches& switches, std::initializer_list<Switch> which) {
  for (const Declared& declared : kDeclared) {
    if (std::find(which.begin(), which.end(), declared.which) == which.end()) continue;
    const findings::Text help{std::string(declared.zh), std::string(declared.en)};
    if (declared.takes == nullptr)
      words.flag(declared.names, switches.*declared.flag, help);
    else
      words.option(declared.names, declared.takes, switches.*declared.value, help);
  }
  offer_language(words, switches.lang);
}

Exit exit_status(const workflow::Audit& audit, const Switches& switches) { return exit_status(audit.counts, audit.balances_close, switches); }

Exit exit_status(const std::map<findings::Severity, std::uint64_t>& counts, bool balances_close, const Switches& switches) {
  if (!balances_close) return Exit::findings;
  const auto failing = switches.failing_severity();
  if (!failing) return Exit::done;
  for (const auto& [severity, count] : counts) {
    if (severity >= *failing && count > 0) return Exit::findings;
  }
  return Exit::done;
}

}  // namespace yongdi::cli
