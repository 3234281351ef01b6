#pragma once
// Very many short texts that live and die together: kept side by side, without an allocation for each.
#include <memory>
#include <memory_resource>
#include <string_view>

namespace yongdi::facts {

class Texts {
 public:
  // A copy that lives as long as this does, wherever it is moved to.
  std::string_view keep(std::string_view text);

 private:
  std::unique_ptr<std::pmr::monotonic_buffer_resource> m_memory = std::make_unique<std::pmr::monotonic_buffer_resource>();
};

}  // namespace yongdi::facts
