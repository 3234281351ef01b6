#include "ledger/sqlite.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace yongdi::ledger {
namespace {

[[noreturn]] void fail(sqlite3* database, int status) {
  throw SqliteError(status, database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(status));
}

// A URI, so that no letter of the path is taken for something else and the parameters are ours alone (RFC 3986, 2.1).
std::string uri(const std::filesystem::path& path, Access access) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-_.~";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text = "file://";
  for (const char letter : std::filesystem::absolute(path).string()) {
    if (kPlain.find(letter) != std::string_view::npos) {
      text += letter;
    } else {
      const auto byte = static_cast<unsigned char>(letter);
      text += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
  }
  return text + (access == Access::immutable ? "?immutable=1" : "");
}

}  // namespace

Database::Database(const std::filesystem::path& path, Access access) {
  sqlite3* handle = nullptr;
  const int mode = access == Access::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  const int status = sqlite3_open_v2(uri(path, access).c_str(), &handle, mode | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
  m_handle.reset(handle);
  if (status != SQLITE_OK) fail(handle, status);
  sqlite3_extended_result_codes(handle, 1);
}

void Database::run(const std::string& sql) {
  const int status = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
  if (status != SQLITE_OK) fail(handle(), status);
}

Statement Database::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int status = sqlite3_prepare_v2(handle(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  if (status != SQLITE_OK) fail(handle(), status);
  return {handle(), statement};
}

bool Database::has_table(std::string_view name) const {
  Statement statement = prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
  statement.bind(0, name);
  return statement.step();
}

void Database::close() {
  sqlite3* handle = m_handle.get();
  const int status = sqlite3_close(handle);
  if (status != SQLITE_OK) fail(handle, status);  // still open, and still owned
  static_cast<void>(m_handle.release());
}

void Statement::bind_cell(int place, const Cell& cell) {
  if (std::holds_alternative<std::monostate>(cell)) return bind_null(place);
  if (const auto* text = std::get_if<std::string_view>(&cell)) return bind_text(place, *text);
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return bind(place, *whole);
  if (const auto* real = std::get_if<double>(&cell)) return bind(place, *real);
  bind(place, std::get<Day>(cell));
}

void Statement::bind(int place, std::int64_t value) { check(sqlite3_bind_int64(m_statement.get(), place + 1, value)); }

void Statement::bind(int place, double value) {
  if (!std::isfinite(value)) {
    throw std::logic_error("a figure that is not finite was to be written to the ledger, place " + std::to_string(place) +
                           " of: " + sqlite3_sql(m_statement.get()));
  }
  check(sqlite3_bind_double(m_statement.get(), place + 1, value));
}

void Statement::bind(int place, Day value) {
  const std::string text = value.to_iso();
  check(sqlite3_bind_text64(m_statement.get(), place + 1, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind_text(int place, std::string_view text) {
  // A null pointer would bind NULL, and an empty text is not an unknown one.
  check(sqlite3_bind_text64(m_statement.get(), place + 1, text.empty() ? "" : text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind_blob(int place, std::string_view bytes) {
  check(sqlite3_bind_blob64(m_statement.get(), place + 1, bytes.data(), bytes.size(), SQLITE_STATIC));
}

void Statement::bind_null(int place) { check(sqlite3_bind_null(m_statement.get(), place + 1)); }

bool Statement::step() {
  const int status = sqlite3_step(m_statement.get());
  if (status == SQLITE_ROW) return true;
  if (status != SQLITE_DONE) fail(m_database, status);
  return false;
}

void Statement::run() {
  step();
  check(sqlite3_reset(m_statement.get()));
}

std::string_view Statement::text(int column) const {
  const auto* letters = sqlite3_column_text(m_statement.get(), column);
  if (letters == nullptr) return {};
  return {reinterpret_cast<const char*>(letters), static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

std::string_view Statement::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

Cell Statement::cell(int column, Type type) const {
  const int kind = sqlite3_column_type(m_statement.get(), column);
  if (kind == SQLITE_NULL) return {};
  if (type == Type::text && kind == SQLITE_TEXT) return text(column);
  if (type == Type::integer && kind == SQLITE_INTEGER) return integer(column);
  if (type == Type::real && (kind == SQLITE_FLOAT || kind == SQLITE_INTEGER)) return real(column);
  if (type == Type::date && kind == SQLITE_TEXT) {
    if (const auto day = Day::parse_iso(text(column))) return *day;
  }
  throw SqliteError(SQLITE_MISMATCH, std::string("column ") + sqlite3_column_name(m_statement.get(), column) + " holds '" +
                                         std::string(text(column)) + "', which is not of its type");
}

void Statement::check(int status) const {
  if (status != SQLITE_OK) fail(m_database, status);
}

std::string sql_name(std::string_view name) {
  std::string text = "\"";
  for (const char letter : name) text.append(letter == '"' ? 2 : 1, letter);
  return text + '"';
}

}  // namespace yongdi::ledger
