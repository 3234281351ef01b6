// What a user types wrong, and what the program answers.
#include <gmock/gmock.h>

#include <sstream>

#include "cli/console.hpp"
#include "cli/program.hpp"
#include "cli/progress.hpp"
#include "cli/switches.hpp"

namespace yongdi::cli {
namespace {

using testing::HasSubstr;

struct Answer {
  int status;
  std::string out, err;
};

Answer answer(std::vector<std::string> words, Language language = Language::en) {
  std::ostringstream out, err;
  const int status = run(std::move(words), "/nowhere/yongdi", language, out, err);
  return {status, out.str(), err.str()};
}

struct Mistake {
  std::vector<std::string> words;
  const char* says;
};

TEST(CommandLine, MistakesEndWithTwoAndSayWhatWasMeant) {
  const Mistake mistakes[] = {
      {{}, "No command was given"},
      {{"audti", "a.toml"}, "There is no command audti. Did you mean audit?"},
      {{"serve", "l.gpkg"}, "There is no command serve."},
      {{"audit", "a.toml", "-o", "l.gpkg", "--overwrit"}, "yongdi audit has no switch --overwrit. Did you mean --overwrite?"},
      {{"audit", "a.toml", "--as-off=2024-12-31"}, "Did you mean --as-of?"},
      {{"audit", "-o", "l.gpkg"}, "PROJECT is missing"},
      {{"audit", "a.toml"}, "-o is missing"},
      {{"audit", "a.toml", "-o"}, "-o needs a value"},
      {{"audit", "a.toml", "b.toml", "-o", "l.gpkg"}, "One argument too many: \"b.toml\""},
      {{"audit", "a.toml", "-o", "l.gpkg", "--overwrite=no"}, "--overwrite takes no value"},
      {{"audit", "a.toml", "-o", "l.gpkg", "--as-of", "yesterday"}, "--as-of cannot be \"yesterday\": it takes a day such as 2024-12-31"},
      {{"audit", "a.toml", "-o", "l.gpkg", "--as-of", "2023-02-29"}, "--as-of cannot be"},
      {{"audit", "a.toml", "-o", "l.gpkg", "--fail-on", "warnings"}, "--fail-on cannot be \"warnings\": it takes error | warning | never (did you mean warning?)"},
      {{"explain", "l.gpkg", "Z1", "--fail-on", "error"}, "yongdi explain has no switch --fail-on"},
      {{"query", "l.gpkg", "SELECT 1", "--as-of", "2024-12-31"}, "yongdi query has no switch --as-of"},
      {{"columns", "--finding"}, "Did you mean --findings?"},
      {{"columns", "--lang", "fr"}, "--lang cannot be \"fr\""},
  };
  for (const Mistake& mistake : mistakes) {
    const Answer given = answer(mistake.words);
    EXPECT_EQ(given.status, 2) << mistake.says;
    EXPECT_THAT(given.err, HasSubstr(mistake.says));
    EXPECT_EQ(given.out, "") << mistake.says;
  }
}

TEST(CommandLine, AMissingProjectFileIsAnInputFailure) {
  const Answer given = answer({"audit", "/no/such/audit.toml", "-o", "/tmp/l.gpkg"});
  EXPECT_EQ(given.status, 3);
  EXPECT_THAT(given.err, HasSubstr("/no/such/audit.toml"));
}

TEST(CommandLine, HelpGoesToStandardOutputInTheChosenLanguage) {
  const Answer zh = answer({"audit", "-h"}, Language::zh);
  EXPECT_EQ(zh.status, 0);
  EXPECT_THAT(zh.out, HasSubstr("用法: yongdi audit"));
  EXPECT_THAT(zh.out, HasSubstr("--overwrite"));
  EXPECT_THAT(zh.out, HasSubstr("例："));
  const Answer en = answer({"--lang", "en", "--help"}, Language::zh);
  EXPECT_EQ(en.status, 0);
  for (const char* command : {"init", "check", "audit", "explain", "query", "columns"}) EXPECT_THAT(en.out, HasSubstr(command));
  EXPECT_THAT(en.out, testing::Not(HasSubstr("serve")));  // what is not built is not offered
}

TEST(CommandLine, Version) { EXPECT_THAT(answer({"--version"}).out, testing::StartsWith("yongdi ")); }

TEST(Language, FollowsTheFirstLocaleThatIsSet) {
  EXPECT_EQ(language_of(nullptr, nullptr, "en_US.UTF-8"), Language::en);
  EXPECT_EQ(language_of("", nullptr, "en_GB"), Language::en);
  EXPECT_EQ(language_of("zh_CN.UTF-8", nullptr, "en_US.UTF-8"), Language::zh);
  EXPECT_EQ(language_of(nullptr, "en", "zh_CN"), Language::en);
  EXPECT_EQ(language_of(nullptr, nullptr, "C.UTF-8"), Language::zh);
  EXPECT_EQ(language_of(nullptr, nullptr, nullptr), Language::zh);
}

TEST(ExitStatus, FailOnDecidesAndAnOpenBalanceAlwaysDoes) {
  workflow::Audit audit;
  const auto status = [&](const char* fail_on) {
    Switches switches;
    switches.fail_on = fail_on;
    return exit_status(audit, switches);
  };
  using findings::Exit;
  audit.counts = {{findings::Severity::warning, 2}, {findings::Severity::error, 0}};
  EXPECT_EQ(status(""), Exit::done);
  EXPECT_EQ(status("warning"), Exit::findings);
  audit.counts[findings::Severity::error] = 1;
  EXPECT_EQ(status("error"), Exit::findings);
  EXPECT_EQ(status("never"), Exit::done);
  audit.balances_close = false;
  EXPECT_EQ(status("never"), Exit::findings);
}

TEST(Threads, AreAWholeNumberAboveZero) {
  Switches switches;
  EXPECT_EQ(switches.thread_count(), 0U);
  switches.threads = "4";
  EXPECT_EQ(switches.thread_count(), 4U);
  for (const char* wrong : {"0", "-1", "4x", "two", "99999999999"}) {
    switches.threads = wrong;
    EXPECT_THROW(static_cast<void>(switches.thread_count()), findings::Failure) << wrong;
  }
}

TEST(Progress, IsABarOnATerminalAndGoneAtTheEnd) {
  std::ostringstream terminal;
  { Progress(terminal, ProgressMode::automatic, true, Language::en).show({"读取", "reading"}, 0.5); }
  EXPECT_THAT(terminal.str(), HasSubstr(" 50%  reading"));
  EXPECT_THAT(terminal.str(), testing::EndsWith("\r\x1b[K"));
}

TEST(Progress, IsSilentElsewhereUnlessAskedFor) {
  std::ostringstream file;
  { Progress(file, ProgressMode::automatic, false, Language::zh).show({"读取", "reading"}, 0.5); }
  EXPECT_EQ(file.str(), "");
  {
    Progress progress(file, ProgressMode::always, false, Language::zh);
    progress.show({"读取", "reading"}, 0.1);
    progress.show({"读取", "reading"}, 0.2);
  }
  EXPECT_EQ(file.str(), " 10%  读取\n");
}

}  // namespace
}  // namespace yongdi::cli
