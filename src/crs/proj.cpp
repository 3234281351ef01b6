#include "crs/proj.hpp"

#include <stdexcept>

namespace yongdi::crs::proj {

Context::Context() : m_handle(proj_context_create()) {
  if (m_handle == nullptr) throw std::runtime_error("PROJ could not be started");
  proj_context_set_enable_network(m_handle, 0);
  proj_log_level(m_handle, PJ_LOG_ERROR);
  proj_log_func(m_handle, &m_said, [](void* where, int, const char* text) { *static_cast<std::string*>(where) = text; });
}

void Context::fail(const std::string& what) {
  std::string reason;
  reason.swap(m_said);
  if (reason.empty()) {
    const char* const words = proj_context_errno_string(m_handle, proj_context_errno(m_handle));
    reason = words != nullptr ? words : "no reason given";
  }
  throw std::invalid_argument(what + ": " + reason);
}

Object Context::own(PJ* object, const std::string& what) {
  if (object == nullptr) fail(what);
  return Object(object);
}

Object horizontal(Context& context, const PJ* crs) {
  Object result = context.own(proj_clone(context.handle(), crs), "the system cannot be copied");
  for (;;) {
    const PJ_TYPE type = proj_get_type(result.get());
    if (type == PJ_TYPE_COMPOUND_CRS) {
      result = context.own(proj_crs_get_sub_crs(context.handle(), result.get(), 0), "the compound system has no horizontal part");
    } else if (type == PJ_TYPE_BOUND_CRS) {
      result = context.own(proj_get_source_crs(context.handle(), result.get()), "the system with a datum shift has no base");
    } else {
      return result;
    }
  }
}

Object east_first(Context& context, const PJ* object) {
  return context.own(proj_normalize_for_visualization(context.handle(), object), "the axes cannot be put in order");
}

}  // namespace yongdi::crs::proj
