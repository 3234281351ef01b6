#pragma once
// The only door to PROJ, private to this room: owned handles, and what PROJ said as the reason of a failure.
#include <proj.h>

#include <memory>
#include <string>

namespace yongdi::crs::proj {

struct Destroy {
  void operator()(PJ* object) const { proj_destroy(object); }
  void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
  void operator()(PJ_OPERATION_FACTORY_CONTEXT* factory) const { proj_operation_factory_context_destroy(factory); }
};
using Object = std::unique_ptr<PJ, Destroy>;
using List = std::unique_ptr<PJ_OBJ_LIST, Destroy>;
using Factory = std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, Destroy>;

// A context of one's own: no network, nothing on stderr. Objects must die before it and stay in one thread at a time.
class Context {
 public:
  Context();
  ~Context() { proj_context_destroy(m_handle); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  [[nodiscard]] PJ_CONTEXT* handle() const { return m_handle; }

  // Throws std::invalid_argument: what could not be done, and PROJ's reason.
  [[noreturn]] void fail(const std::string& what);
  // A null handle is a failure.
  Object own(PJ* object, const std::string& what);

 private:
  PJ_CONTEXT* m_handle;
  std::string m_said;
};

// The horizontal system inside: of a compound one, and of one that carries its own datum shift (TOWGS84).
Object horizontal(Context& context, const PJ* crs);
// Easting before northing, longitude before latitude, whatever the definition says.
Object east_first(Context& context, const PJ* object);

}  // namespace yongdi::crs::proj
