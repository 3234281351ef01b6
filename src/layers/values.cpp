#include "layers/values.hpp"

#include <fmt/format.h>

#include "layers/read_day.hpp"
#include "layers/read_number.hpp"
#include "layers/text.hpp"

namespace yongdi::layers {
namespace {

using facts::Kind;
using measures::Exact;

facts::Value doubtful(Doubt& doubt, std::string_view code, std::string_view written) {
  doubt = {code, cut(written), {}};
  return {};
}

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

// A whole number as some spreadsheet writers leave it, 441802.0 or 4.41802012345E+14, is the number; other texts are themselves.
std::string plain_reference(std::string_view text) {
  if (text.ends_with(".0") && all_digits(text.substr(0, text.size() - 2))) return std::string(text.substr(0, text.size() - 2));
  const std::size_t exponent = text.find_first_of("eE");
  if (exponent == std::string_view::npos || exponent == 0 || text.find('.') != 1 || !all_digits(text.substr(0, 1)) ||
      !all_digits(text.substr(2, exponent < 2 ? 0 : exponent - 2))) {
    return std::string(text);
  }
  const auto number = read_number(text);
  const std::string whole = number ? number->value.to_string() : std::string();
  return all_digits(whole) ? whole : std::string(text);
}

// The day of a typed date field. With a zone (GDAL: 100 is UTC, a quarter of an hour each) the day is that of UTC+8; without one, as it stands.
std::optional<measures::Day> typed_day(const OGRField& field) {
  const auto day = measures::Day::from_ymd(field.Date.Year, field.Date.Month, field.Date.Day);
  if (!day || field.Date.TZFlag < 2) return day;
  const int minutes = field.Date.Hour * 60 + field.Date.Minute - (field.Date.TZFlag - 100) * 15 + 8 * 60;
  return *day + (minutes < 0 ? -1 : minutes / (24 * 60));
}

}  // namespace

facts::Value ValueReader::read(const OGRFeature& feature, const Column& column, Doubt& doubt) {
  doubt = {};
  if (!feature.IsFieldSetAndNotNull(column.position)) return {};
  const OGRField& raw = *feature.GetRawFieldRef(column.position);
  const facts::Field& field = m_fields[column.field];
  switch (column.type) {
    case OFTString: {
      const std::string_view bytes(raw.String);
      if (!m_source->recoder || is_ascii(bytes)) return from_text(bytes, column, doubt);
      return from_text(m_source->utf8(bytes), column, doubt);
    }
    case OFTInteger:
    case OFTInteger64: {
      const std::int64_t number = column.type == OFTInteger ? raw.Integer : raw.Integer64;
      if (field.kind == Kind::area || field.kind == Kind::money || field.kind == Kind::number) {
        return from_number(Exact(number), column.unit, column.percent, {}, doubt);
      }
      return from_text(std::to_string(number), column, doubt);
    }
    case OFTReal: {
      if (column.wide) {
        return from_text(m_source->dbf->cell(static_cast<std::uint64_t>(feature.GetFID()), static_cast<std::size_t>(column.position)), column, doubt);
      }
      const std::optional<Exact> number = Exact::from_double(raw.Real);
      if (!number) return doubtful(doubt, field.kind == Kind::day ? "DATE_UNREADABLE" : "VALUE_UNREADABLE", fmt::format("{}", raw.Real));
      if (field.kind == Kind::area || field.kind == Kind::money || field.kind == Kind::number)
        return from_number(*number, column.unit, column.percent, {}, doubt);
      return from_text(number->to_string(), column, doubt);
    }
    case OFTDate:
    case OFTDateTime: {
      const std::optional<measures::Day> day = typed_day(raw);
      if (field.kind == Kind::day && day) return is_sentinel(*day) ? facts::Value() : facts::Value(*day);
      if (field.kind == Kind::text && day) return day->to_iso();
      return doubtful(doubt, field.kind == Kind::day ? "DATE_UNREADABLE" : "VALUE_UNREADABLE", feature.GetFieldAsString(column.position));
    }
    default:
      return from_text(feature.GetFieldAsString(column.position), column, doubt);
  }
}

facts::Value ValueReader::from_text(std::string_view text, const Column& column, Doubt& doubt) const {
  std::string_view written = trim(text);
  if (column.values != nullptr) {
    if (const auto mapped = column.values->find(written); mapped != column.values->end()) written = mapped->second;
  }
  if (written.empty()) return {};
  const facts::Field& field = m_fields[column.field];
  if (field.kind == Kind::text) {
    if (!column.reference) return std::string(written);
    if (stands_for_nothing(written)) return {};
    return m_source->format == Format::spreadsheet ? plain_reference(written) : std::string(written);
  }
  const std::string plain = half_width(written);
  const std::string_view value = trim(plain);
  if (stands_for_nothing(value)) return {};
  switch (field.kind) {
    case Kind::day: {
      const std::optional<measures::Day> day = read_day(value);
      if (!day) return doubtful(doubt, "DATE_UNREADABLE", written);
      return is_sentinel(*day) ? facts::Value() : facts::Value(*day);
    }
    case Kind::code:
    case Kind::yes_no: {
      if (std::optional<std::string> found = code(column.field, value)) return std::move(*found);
      facts::Value nothing = doubtful(doubt, "CODE_UNKNOWN", written);
      doubt.known = field.kind == Kind::yes_no ? "yes no" : field.codes;
      return nothing;
    }
    default:
      break;
  }
  const std::optional<WrittenNumber> number = read_number(value);
  if (!number) return doubtful(doubt, "VALUE_UNREADABLE", written);
  if (number->unit != nullptr) {
    if (number->unit->dimension != field.dimension()) return doubtful(doubt, "VALUE_UNREADABLE", written);
  }
  if (number->percent && field.kind != Kind::number) return doubtful(doubt, "VALUE_UNREADABLE", written);
  const measures::Unit* unit = number->unit != nullptr && !column.fixed_unit ? number->unit : column.unit;
  return from_number(number->value, unit, column.percent || number->percent, written, doubt);
}

std::optional<std::string> ValueReader::code(std::size_t field, std::string_view word) const {
  constexpr std::size_t kRemembered = 1000;  // beyond that the column holds no codes, and remembering gains nothing
  auto& known = m_codes[field];
  if (const auto found = known.find(word); found != known.end()) return found->second;
  std::optional<std::string> code = m_aliases->code(m_fields[field], word);
  if (known.size() < kRemembered) known.emplace(word, code);
  return code;
}

facts::Value ValueReader::from_number(const Exact& number, const measures::Unit* unit, bool percent, std::string_view written, Doubt& doubt) {
  try {
    if (percent) return number / Exact(100);
    if (unit != nullptr && (unit->numerator != 1 || unit->denominator != 1)) return number * unit->factor();
    return number;
  } catch (const std::overflow_error&) {
    return doubtful(doubt, "VALUE_UNREADABLE", written.empty() ? number.to_string() : std::string(written));
  }
}

}  // namespace yongdi::layers
