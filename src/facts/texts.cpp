#include "facts/texts.hpp"

#include <cstring>

namespace yongdi::facts {

std::string_view Texts::keep(std::string_view text) {
  if (text.empty()) return {};
  void* place = m_memory->allocate(text.size(), 1);
  std::memcpy(place, text.data(), text.size());
  return {static_cast<const char*>(place), text.size()};
}

}  // namespace yongdi::facts
