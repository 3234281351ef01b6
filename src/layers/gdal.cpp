#include "layers/gdal.hpp"

#include <mutex>

#include "layers/read.hpp"

namespace yongdi::layers {

void start_gdal() {
  static std::once_flag once;
  std::call_once(once, [] {
    CPLSetConfigOption("SHAPE_RESTORE_SHX", "NO");
    CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
    // The first row names the columns, and cells stay the text they are: a typed guess would cost a long number its digits.
    for (const char* format : {"XLSX", "XLS", "ODS"}) {
      CPLSetConfigOption(("OGR_" + std::string(format) + "_HEADERS").c_str(), "FORCE");
      CPLSetConfigOption(("OGR_" + std::string(format) + "_FIELD_TYPES").c_str(), "STRING");
    }
    GDALAllRegister();
  });
}

void CPL_STDCALL ErrorLog::collect(CPLErr severity, CPLErrorNum, const char* message) {
  auto* log = static_cast<ErrorLog*>(CPLGetErrorHandlerUserData());
  if (severity >= CE_Failure && !log->m_failure) log->m_failure = message;
  if (severity == CE_Warning && !log->m_warning) log->m_warning = message;
}

std::string gdal_version() { return GDALVersionInfo("RELEASE_NAME"); }

}  // namespace yongdi::layers
