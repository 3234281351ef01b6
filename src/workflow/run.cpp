#include "workflow/run.hpp"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "findings/failure.hpp"
#include "workflow/rules.hpp"

namespace yongdi::workflow {

using findings::Exit;
using findings::Failure;

std::optional<double> Run::area_m2(const cadastre::Feature& feature) const {
  if (feature.valid == cadastre::Valid::no) return {};
  return by_ellipsoid() ? feature.ellipsoid_m2 : feature.plane_m2;
}

void Run::say(std::string zh, std::string en, double share) const {
  if (options.progress) options.progress({std::move(zh), std::move(en)}, share);
}

findings::Place place(const facts::Table& table, std::size_t row, std::string_view field) {
  return cadastre::place(table, table.rows[row], field);
}

namespace {

// What they have to say is in the sums by now, and they are most of the features.
void forget_buildings(Run& run) {
  run.cadastre.buildings.features = {};
  run.cadastre.buildings.table.rows = {};
#ifdef __GLIBC__
  malloc_trim(0);  // or it stays with the threads that have read them, and the findings to come take as much again
#endif
}

}  // namespace

std::unique_ptr<Run> read_and_judge(const settings::Project& project, const Options& options) {
  if (!project.as_of)
    throw Failure(Exit::usage, {"没有审计基准日。请在项目文件 " + project.file.string() + " 中写 as_of = 2024-12-31，或用 --as-of 2024-12-31 给出；程序从不默认取今天。",
                                "there is no as-of day. Write as_of = 2024-12-31 into the project file " + project.file.string() +
                                    " or give --as-of 2024-12-31; today is never assumed."});
  rulebook::Rulebook rules = options.rules ? *options.rules : load_rules(project, options.data_folder);
  Acceptance acceptance = accept_anchors(project, rules, *project.as_of);
  auto run = std::make_unique<Run>(project, options, *project.as_of, std::move(rules));
  run->accepted_expired = std::move(acceptance.anchors);
  run->findings = std::move(acceptance.findings);
  run->not_encoded = load_not_encoded(project, options.data_folder);
  read_standards(*run);
  read_everything(*run);
  judge_everything(*run);
  return run;
}

void overlay_and_evaluate(Run& run) {
  measure_everything(run);
  evaluate_everything(run);
  run.pool.all({[&] { gather_undecided(run); }, [&] { forget_buildings(run); }});
}

}  // namespace yongdi::workflow
