// yongdi quota: each park's quota of the year from what it disposed of and what it needs, step by step.
#include <algorithm>
#include <charconv>
#include <memory>
#include <string>

#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/project_run.hpp"
#include "cli/words.hpp"
#include "report/output_file.hpp"
#include "report/quota.hpp"
#include "report/quota_book.hpp"
#include "report/quota_trial.hpp"
#include "settings/sources.hpp"
#include "workflow/quota_trial.hpp"

namespace yongdi::cli {
namespace {

struct Input {
  Switches switches;
  std::string project, year, output, stock, book;
  workflow::TrialRequest trial;
  std::vector<std::string> scan;
};

std::optional<int> plan_year(const std::string& written) {
  if (written.empty()) return std::nullopt;
  int year = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), year);
  if (error == std::errc() && end == written.data() + written.size() && year >= 1 && year < 9999) return year;
  throw findings::Failure(findings::Exit::usage, {"--year 的值“" + written + "”不是年份。请写成 2025 的样子。",
                                                  "--year cannot be \"" + written + "\": it takes a year, such as 2025."});
}

findings::Exit exit_status(const workflow::Quota& quota, const Switches& switches) {
  if (!quota.identities_hold) return findings::Exit::findings;
  const auto failing = switches.failing_severity();
  const bool failed = failing && std::any_of(quota.basis.findings.begin(), quota.basis.findings.end(),
                                             [&](const findings::Finding& finding) { return finding.kind->severity >= *failing; });
  return failed ? findings::Exit::findings : findings::Exit::done;
}

// A trial shows figures beside the base case and never leaves a file that could be taken for the year's quotas.
findings::Exit try_out(const Input& input, const settings::Project& project, const workflow::QuotaOptions& options, const Console& console) {
  if (!input.output.empty() || !input.book.empty())
    throw findings::Failure(
        findings::Exit::usage,
        {"试算不写文件，-o、--xlsx 不能与 --set、--disposed、--more、--scan、--marginal、--placeholders 一起用。",
         "a trial writes no file: -o and --xlsx do not go with --set, --disposed, --more, --scan, --marginal or --placeholders."});
  workflow::TrialRequest request = input.trial;
  if (!input.scan.empty()) {
    request.scan_name = input.scan.front();
    request.scan_range = input.scan.back();
  }
  const std::vector<std::string>& ledgers = project.quota ? project.quota->ledgers : std::vector<std::string>();
  request.stock = !input.stock.empty() ? std::filesystem::path(input.stock)
                  : ledgers.empty()    ? std::filesystem::path()
                                       : project.folder / ledgers.back();
  const workflow::TrialResult result = workflow::try_out(workflow::read_quota(project, options), request);
  console.result(input.switches.json ? report::trial_json(result) : report::trial_tables(result, console.language));
  return findings::Exit::done;
}

workflow::Quota make(const Input& input, const settings::Project& project, const workflow::QuotaOptions& options, const Console& console) {
  const Switches& switches = input.switches;
  Progress progress(console.err, switches.progress_mode(), stderr_is_terminal(), console.language);
  progress.show({"读取各表", "reading the tables"}, 0);
  workflow::QuotaInput basis = workflow::read_quota(project, options);
  progress.show({"测算指标", "working out the quotas"}, 0.4);
  workflow::Quota quota = workflow::work_out(std::move(basis));
  progress.show({"写出指标文件", "writing the quota file"}, 0.6);
  workflow::write_quota(quota, input.output, switches.overwrite, options.threads);
  if (input.book.empty()) return quota;
  progress.show({"写出年度表工作簿", "writing the workbook"}, 0.9);
  report::write_quota_book(quota, input.book, switches.overwrite, console.language);
  return quota;
}

findings::Exit run(const Input& input, const Console& console) {
  const Switches& switches = input.switches;
  static_cast<void>(switches.failing_severity());  // refused now rather than after the work
  const workflow::QuotaOptions options{data_folder(console.executable), plan_year(input.year), switches.thread_count()};
  const settings::Project project = open_project(input.project, switches);
  if (input.trial.any() || !input.scan.empty()) return try_out(input, project, options, console);
  workflow::require_quota(project);  // before anything about the output: without the section there is nothing to write
  if (input.output.empty())
    throw findings::Failure(findings::Exit::usage,
                            {"没有说写到哪里。请加 -o quota.gpkg；只想试算，用 --set、--scan 等。",
                             "where to write is missing. Add -o quota.gpkg; for a mere trial use --set, --scan and the like."});
  const std::vector<std::filesystem::path> read = settings::files_read(project);
  report::check_writable(input.output, switches.overwrite, read);
  if (!input.book.empty()) report::check_writable(input.book, switches.overwrite, read);
  const workflow::Quota quota = make(input, project, options, console);
  if (switches.json) {
    console.result(report::quota_json(quota, input.output));
  } else if (!switches.quiet) {
    console.result(report::quota_summary(quota, input.output, console.language));
  }
  return exit_status(quota, switches);
}

}  // namespace

Command offer_quota(CLI::App& program, Language language) {
  const auto input = std::make_shared<Input>();
  Words words(
      program, "quota",
      {"由处置和需求测算各园区年度用地计划指标，步步有据", "each park's quota of the year from what it disposed of and what it needs, step by step"},
      language);
  words
      .argument("PROJECT", input->project,
                {"项目文件（audit.toml），其中要有 [quota] 一节", "the project file (audit.toml) with its section [quota]"})
      .option("--year", "Y", input->year, {"计划年度；默认取 [quota] 的 year", "the plan year; default: year under [quota]"})
      .option("-o", "quota.gpkg", input->output,
              {"写出的指标文件（GeoPackage）；试算时不用", "the quota file to write (GeoPackage); not for a trial"})
      .option("--xlsx", "quota.xlsx", input->book,
              {"另写年度表工作簿：公式与冻结值并列，可打印签字",
               "the annual tables as a workbook as well: live formulas beside frozen figures, to print and sign"})
      .repeated("--set", "NAME=VALUE", input->trial.set,
                {"试算：改一个参数或数，如 factor.alpha=0.4、park.K03.demand=30mu、total=2500mu；可多次。只改部分权重时其余按比例调整",
                 "try: another parameter or figure, such as factor.alpha=0.4, park.K03.demand=30mu, total=2500mu; may be repeated. Weights that are "
                 "not set "
                 "are scaled so that all sum to 1"})
      .repeated("--disposed", "ID", input->trial.disposed,
                {"试算：台账中这宗闲置地或这个批次的未供土地也已处置；可多次",
                 "try: this idle parcel, or the unsupplied land of this approval, disposed of as well; may be repeated"})
      .option("--stock", "ledger.gpkg", input->stock,
              {"--disposed 所查的台账；默认 [quota] ledgers 的第二本",
               "the ledger in which --disposed stand; default: the second of `ledgers` under [quota]"})
      .repeated("--more", "PARK:KIND:AREA", input->trial.more,
                {"试算：某园区多处置一些，如 K03:idle:3ha；可多次", "try: a park disposes of more, such as K03:idle:3ha; may be repeated"})
      .pair("--scan", "NAME FROM:TO:STEP", input->scan,
            {"试算：一个参数逐步取值，如 factor.beta 0:0.6:0.05", "try: a parameter step by step, such as factor.beta 0:0.6:0.05"})
      .flag("--marginal", input->trial.marginal,
            {"试算：各园区各类再处置一公顷，核定和指标各增多少", "try: what one more hectare of each kind earns each park"})
      .flag("--placeholders", input->trial.placeholders,
            {"试算：每个占位参数上下浮动一成，结果变动多少，最大的在前",
             "try: how far each placeholder, a tenth up and down, moves the result; the largest first"})
      .footer({"例：\n  yongdi quota audit.toml --year 2024 -o 2024-quota.gpkg --xlsx 2024-quota.xlsx\n  yongdi explain 2024-quota.gpkg K01\n  "
               "yongdi quota audit.toml "
               "--year 2024 --set factor.alpha=0.4 --more K03:idle:3ha\n"
               "  yongdi quota audit.toml --year 2024 --scan factor.beta 0:0.6:0.1",
               "Examples:\n  yongdi quota audit.toml --year 2024 -o 2024-quota.gpkg --xlsx 2024-quota.xlsx\n  yongdi explain 2024-quota.gpkg K01\n  "
               "yongdi quota audit.toml "
               "--year 2024 --set factor.alpha=0.4 --more K03:idle:3ha\n"
               "  yongdi quota audit.toml --year 2024 --scan factor.beta 0:0.6:0.1"});
  offer(words, input->switches,
        {Switch::as_of, Switch::rulebook, Switch::threads, Switch::overwrite, Switch::fail_on, Switch::progress, Switch::json, Switch::quiet});
  return {&words.parser(), [input](const Console& console) { return run(*input, console); }};
}

}  // namespace yongdi::cli
