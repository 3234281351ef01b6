// Arguments in, exit status out.
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>
#include <vector>

#include "cli/console.hpp"
#include "cli/program.hpp"

int main(int count, char** words) {
  std::error_code unknown;  // without /proc the name it was called by has to do
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", unknown);
  const auto language = yongdi::cli::language_of(std::getenv("LC_ALL"), std::getenv("LC_MESSAGES"), std::getenv("LANG"));
  return yongdi::cli::run({words + (count > 0 ? 1 : 0), words + count}, unknown ? std::filesystem::path(count > 0 ? words[0] : "yongdi") : self,
                          language, std::cout, std::cerr);
}
