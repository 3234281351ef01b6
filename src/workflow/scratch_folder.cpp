#include "workflow/scratch_folder.hpp"

#include <stdlib.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "findings/failure.hpp"

namespace yongdi::workflow {

ScratchFolder::ScratchFolder() {
  std::error_code error;
  std::string name = (std::filesystem::temp_directory_path(error) / "yongdi-XXXXXX").string();
  if (!error && ::mkdtemp(name.data()) == nullptr) error = {errno, std::generic_category()};
  if (error)
    throw findings::Failure(findings::Exit::output,
                            {"不能建立临时文件夹（" + error.message() + "）。请把环境变量 TMPDIR 设为可写、空间足够的文件夹。",
                             "no temporary folder can be made (" + error.message() + "). Set TMPDIR to a folder that may be written and has room."});
  m_path = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;  // what stays behind is in the system's folder for temporary files
  std::filesystem::remove_all(m_path, ignored);
}

}  // namespace yongdi::workflow
