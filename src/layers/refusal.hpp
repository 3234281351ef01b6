#pragma once
// How this room refuses a source: what, where (file, layer, row), why, what to do.
#include <string>
#include <string_view>

#include "findings/failure.hpp"

namespace yongdi::layers {

[[noreturn]] inline void refuse(const std::string& source, const findings::Text& why, findings::Exit status = findings::Exit::input) {
  throw findings::Failure(status, {source + "：" + why.zh, source + ": " + why.en});
}

}  // namespace yongdi::layers
