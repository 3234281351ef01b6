#include "ledger/query_guard.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace yongdi::ledger {
namespace {

using std::string_view;

// Functions of SQLite 3.40 and SpatiaLite 5.0 that do more than compute, reviewed over the whole list of a connection with every switch of SpatiaLite
// on (SPATIALITE_SECURITY=relaxed registers 24 more). A family is refused whole, so that a later version's members are refused as well.
constexpr auto kFamilies = std::to_array<string_view>({
    // reach files or the network
    "blobfromfile",
    "blobtofile",
    "export",
    "import",
    "xb_",
    "wms_",
    "zipfile",
    "readfile",
    "writefile",
    "edit",
    "fsdir",
    "load",
    "proj_setdatabasepath",
    "proj_getdatabasepath",
    "proj_guesssridfrom",
    "geogetmap",
    "httpget",
    // run SQL given as a text
    "eval",
    "sqlproc_",
    "storedproc_",
    "storedvar_",
    "fts3_tokenizer",
    "elementarygeometries",
    // make, change or drop tables, styles, topologies and metadata
    "*add-",
    "*remove-",
    "add",
    "auto",
    "check",
    "clone",
    "create",
    "disable",
    "discard",
    "drop",
    "enable",
    "gpkgadd",
    "gpkgcreate",
    "gpkginsert",
    "init",
    "insertepsg",
    "invalidatelayer",
    "rebuild",
    "recover",
    "recreate",
    "register",
    "removeduplicaterows",
    "rename",
    "rl2_",
    "se_",
    "sequence_",
    "setdatalicense",
    "topogeo_",
    "toponet_",
    "unregister",
    "update",
    "upgrade",
    "rtreealign",
    "temporaryrtreealign",
    // change or stop the program
    "bufferoptions_set",
    "pause",
    "postgresql_",
    "setdecimalprecision",
    "sqlite_log",
});
// Members of those families that only compute.
constexpr auto kHarmless = std::to_array<string_view>({"addpoint", "createuuid", "rl2_version"});

std::string lower(string_view name) {
  std::string text(name);
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; });
  return text;
}

string_view text_of(const char* text) { return text != nullptr ? text : ""; }

// What a refused action is called. The codes are those of sqlite3_set_authorizer.
findings::Text name_of(int action, string_view first) {
  switch (action) {
    case SQLITE_ATTACH:
      return {" ATTACH", "ATTACH"};
    case SQLITE_DETACH:
      return {" DETACH", "DETACH"};
    case SQLITE_PRAGMA:
      return {" PRAGMA " + std::string(first), "PRAGMA " + std::string(first)};
    case SQLITE_INSERT:
      return {" INSERT（" + std::string(first) + "）", "INSERT into " + std::string(first)};
    case SQLITE_UPDATE:
      return {" UPDATE（" + std::string(first) + "）", "UPDATE of " + std::string(first)};
    case SQLITE_DELETE:
      return {" DELETE（" + std::string(first) + "）", "DELETE from " + std::string(first)};
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
      return {"事务语句", "a transaction"};
    case SQLITE_FUNCTION:
      return {"函数 " + std::string(first), "the function " + std::string(first)};
    default:
      return {"创建、修改或删除对象（" + std::string(first) + "）", "creating, changing or dropping objects (" + std::string(first) + ")"};
  }
}

bool is_allowed(int action, string_view first, string_view second) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return true;
    case SQLITE_FUNCTION:
      return is_function_allowed(second);
    case SQLITE_PRAGMA:  // asks for the columns of a table
      return lower(first) == "table_info" || lower(first) == "table_xinfo";
    default:
      return false;
  }
}

}  // namespace

bool is_function_allowed(string_view name) {
  const std::string wanted = lower(name);
  if (std::find(kHarmless.begin(), kHarmless.end(), wanted) != kHarmless.end()) return true;
  return std::none_of(kFamilies.begin(), kFamilies.end(), [&](string_view family) { return wanted.starts_with(family); });
}

QueryGuard::QueryGuard(sqlite3* database) : m_database(database) { sqlite3_set_authorizer(database, &QueryGuard::judge, this); }
QueryGuard::~QueryGuard() { sqlite3_set_authorizer(m_database, nullptr, nullptr); }

int QueryGuard::judge(void* guard, int action, const char* first, const char* second, const char* /*database*/, const char* /*trigger*/) {
  if (is_allowed(action, text_of(first), text_of(second))) return SQLITE_OK;
  auto& refused = static_cast<QueryGuard*>(guard)->m_refused;
  if (!refused) refused = name_of(action, text_of(action == SQLITE_FUNCTION ? second : first));
  return SQLITE_DENY;
}

}  // namespace yongdi::ledger
