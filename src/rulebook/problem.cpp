#include "rulebook/problem.hpp"

#include <algorithm>
#include <tuple>

namespace yongdi::rulebook {

using findings::Text;

bool any_error(const Problems& problems) {
  return std::any_of(problems.begin(), problems.end(), [](const Problem& each) { return each.weight == Problem::Weight::error; });
}

Text words(const Problem& problem) {
  const std::string number = std::to_string(problem.line);
  return {"规则文件 " + problem.file + (problem.line > 0 ? " 第 " + number + " 行" : "") + "：" + problem.wrong.zh + "。" + problem.mend.zh,
          "rule file " + problem.file + (problem.line > 0 ? ", line " + number : "") + ": " + problem.wrong.en + ". " + problem.mend.en};
}

void sort(Problems& problems) {
  std::stable_sort(problems.begin(), problems.end(),
                   [](const Problem& a, const Problem& b) { return std::tie(a.file, a.line) < std::tie(b.file, b.line); });
}

void refuse_errors(Problems problems) {
  std::erase_if(problems, [](const Problem& each) { return each.weight != Problem::Weight::error; });
  if (problems.empty()) return;
  sort(problems);
  if (problems.size() == 1) throw findings::Failure(findings::Exit::usage, words(problems.front()));
  const std::string count = std::to_string(problems.size());
  Text all{"规则文件有 " + count + " 处错误，须全部改正：", "the rule files have " + count + " errors, all of which must be mended:"};
  for (const Problem& problem : problems) {
    const Text one = words(problem);
    all.zh += "\n  " + one.zh;
    all.en += "\n  " + one.en;
  }
  throw findings::Failure(findings::Exit::usage, all);
}

}  // namespace yongdi::rulebook
