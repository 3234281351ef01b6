#pragma once
// GDAL's handles, owned, and its error reports, kept: nothing GDAL says on the way is lost, and nothing of it reaches the terminal.
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <optional>
#include <string>

#include "findings/failure.hpp"

namespace yongdi::layers {

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

// Registers the drivers once, with the settings that keep sources as they are: no repaired .shx, no side files.
void start_gdal();

// Collects what GDAL reports on this thread while it lives.
class ErrorLog {
 public:
  ErrorLog() { CPLPushErrorHandlerEx(&ErrorLog::collect, this); }
  ~ErrorLog() { CPLPopErrorHandler(); }
  ErrorLog(const ErrorLog&) = delete;
  ErrorLog& operator=(const ErrorLog&) = delete;
  // The first failure, in GDAL's words, which come in one language.
  [[nodiscard]] const std::optional<std::string>& failure() const { return m_failure; }
  [[nodiscard]] findings::Text words() const {
    const auto& said = m_failure ? m_failure : m_warning;
    return said ? findings::Text{*said, *said} : findings::Text{"没有给出原因", "no reason given"};
  }

 private:
  static void CPL_STDCALL collect(CPLErr severity, CPLErrorNum number, const char* message);
  std::optional<std::string> m_failure, m_warning;
};

}  // namespace yongdi::layers
