// yongdi compare: versions of park outlines side by side, or one against itself.
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/project_run.hpp"
#include "cli/words.hpp"
#include "measures/exact.hpp"
#include "report/comparison.hpp"
#include "report/output_file.hpp"
#include "settings/sources.hpp"
#include "workflow/comparing.hpp"

namespace yongdi::cli {
namespace {

struct Input {
  Switches switches;
  std::vector<std::string> versions, constraints;
  std::string output, noise, gap, ledger, crs;
  bool overlaps = false;
};

double metres(const std::string& name, const std::string& written, double otherwise) {
  if (written.empty()) return otherwise;
  const auto value = measures::Exact::parse(written);
  if (!value || value->is_negative())
    throw findings::Failure(findings::Exit::usage, {name + " 的值“" + written + "”不能用：应为米数，如 0.05。",
                                                    name + " cannot be \"" + written + "\": it takes metres, such as 0.05."});
  return value->to_double();
}

workflow::CompareRequest request(const Input& input) {
  workflow::CompareRequest result;
  result.versions = input.versions;
  if (!input.ledger.empty()) result.ledger = input.ledger;
  if (!input.crs.empty()) result.crs = input.crs;
  result.constraints = input.constraints;
  result.noise_m = metres("--noise", input.noise, workflow::kDefaultNoise_m);
  result.overlaps = input.overlaps;
  if (!input.gap.empty() && !input.overlaps)
    throw findings::Failure(findings::Exit::usage, {"--gap 只与 --overlaps 一起用。", "--gap goes with --overlaps only."});
  result.gap_m = metres("--gap", input.gap, workflow::kDefaultGap_m);
  return result;
}

// What names no file is none of them.
std::vector<std::filesystem::path> files_read(const Input& input) {
  std::vector<std::string> sources = input.versions;
  sources.push_back(input.ledger);
  for (const std::string& constraint : input.constraints) sources.push_back(constraint.substr(constraint.find('=') + 1));
  std::vector<std::filesystem::path> all;
  for (const std::string& source : sources)
    for (std::filesystem::path& file : settings::files_of(source)) all.push_back(std::move(file));
  return all;
}

findings::Exit run(const Input& input, const Console& console) {
  const Switches& switches = input.switches;
  static_cast<void>(switches.failing_severity());  // refused now rather than after the work
  const workflow::CompareRequest wanted = request(input);
  report::check_writable(input.output, switches.overwrite, files_read(input));
  workflow::CompareResult result;
  {
    Progress progress(console.err, switches.progress_mode(), stderr_is_terminal(), console.language);
    const workflow::Options options = run_options(console, switches, progress);
    result = workflow::compare(wanted, options);
    workflow::write_comparison(result, options, input.output, switches.overwrite);
  }
  if (switches.json) {
    console.result(report::comparison_json(result, input.output));
  } else if (!switches.quiet) {
    console.result(report::comparison_summary(result, input.output, console.language));
  }
  return exit_status(result.counts, result.balances_close, switches);
}

}  // namespace

Command offer_compare(CLI::App& program, Language language) {
  const auto input = std::make_shared<Input>();
  Words words(program, "compare",
              {"比较两版或多版园区边界：保留、增加、减少，涉及哪些宗地和管控区",
               "versions of park boundaries: what each park kept, gained and lost, and which parcels that concerns"},
              language);
  words
      .arguments("OLD NEW", input->versions,
                 {"各版园区边界，旧的在前：图层文件、文件|图层名、台账或项目文件（audit.toml）；可以多于两版",
                  "the versions, the oldest first: a layer, FILE|LAYER, a ledger or a project file (audit.toml); may be more than two"})
      .option("-o", "diff.gpkg", input->output, {"写出的比较结果（GeoPackage），必需", "the comparison to write (GeoPackage); required"},
              Need::required)
      .option("--noise", "M", input->noise,
              {"处处不远于此的变化是测量误差，米，默认 0.05（界址点允许误差）",
               "a change nowhere farther than this is survey noise; metres, default 0.05 (what "
               "boundary points may be off by)"})
      .option("--ledger", "ledger.gpkg", input->ledger,
              {"台账：列出进出的宗地及其结论，并按新旧边界各算一遍土地平衡和指标",
               "a ledger: parcels that enter or leave with their verdicts, and its land balance and indicators under either version"})
      .repeated(
          "--constraints", "KIND=SOURCE", input->constraints,
          {"管控区图层，可多次：farmland=、ecology=、urban_boundary=、other=；不写则用项目文件的 [[constraints]]",
           "a layer of protected or bounded areas; may be repeated: farmland=, ecology=, urban_boundary=, other=; default: [[constraints]] of the "
           "project file"})
      .option("--crs", "EPSG:N", input->crs,
              {"工作坐标系（米）；默认用台账的，再用第一版的", "the working CRS (in metres); default: the ledger's, else that of the first version"})
      .flag("--overlaps", input->overlaps,
            {"检查每一版自身：园区之间的重叠和缝隙；只有一版时必需",
             "look at each version by itself, too: overlaps and gaps between parks; needed with one version"})
      .option("--gap", "M", input->gap,
              {"--overlaps 时窄于此的空隙算缝隙，米，默认 1；被园区包围的空地不论宽窄都列出",
               "with --overlaps: what is narrower than this between neighbours is a gap; metres, default 1. Enclosed land is listed at any width"})
      .footer(
          {"例：\n  yongdi compare 2019.shp 2024.gpkg -o diff.gpkg\n  yongdi compare 2019.gpkg '2024.gpkg|园区' -o diff.gpkg --ledger ledger.gpkg "
           "--constraints farmland=基本农田.gpkg\n  yongdi compare v1.gpkg v2.gpkg v3.gpkg -o diff.gpkg\n  yongdi compare 园区.gpkg --overlaps -o "
           "overlaps.gpkg",
           "Examples:\n  yongdi compare 2019.shp 2024.gpkg -o diff.gpkg\n  yongdi compare 2019.gpkg '2024.gpkg|parks' -o diff.gpkg --ledger "
           "ledger.gpkg "
           "--constraints farmland=farmland.gpkg\n  yongdi compare v1.gpkg v2.gpkg v3.gpkg -o diff.gpkg\n  yongdi compare parks.gpkg --overlaps -o "
           "overlaps.gpkg"});
  offer(words, input->switches, {Switch::threads, Switch::overwrite, Switch::fail_on, Switch::progress, Switch::json, Switch::quiet});
  return {&words.parser(), [input](const Console& console) { return run(*input, console); }};
}

}  // namespace yongdi::cli
