#pragma once
// The canonical fields of every input layer, declared once (field.cpp): the contract's names, what kind of value each holds, and what it is called.
// Reading, checking, the fact tables of the ledger and the dictionary all work from this table.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "measures/units.hpp"

namespace yongdi::facts {

// From causes to firms they are tables of records: any number of rows about one parcel or approval, or, for overrides, about one value of any layer.
// The last five are the tables of [quota] and of `allocate`.
enum class Layer : std::uint8_t {
  parks,
  approvals,
  parcels,
  buildings,
  land_status,
  constraints,
  causes,
  reasons,
  overrides,
  firms,
  quota_parks,
  disposals,
  tasks,
  entries,
  claims
};
inline constexpr std::size_t kLayerCount = 15;

std::string_view name(Layer layer);     // "parcels", as in the project file
std::string_view subject(Layer layer);  // "parcel": one of them, as in findings and table names

enum class Kind : std::uint8_t {
  text,    // kept as it is, trailing and leading blanks apart
  code,    // one of Field::codes; value mapping and aliases lead to them
  day,     //
  number,  // a plain decimal: ratio, share 0–1, storeys, metres
  area,    // canonical m²
  money,   // canonical 万元
  yes_no,  // a code field with codes yes, no
};

struct Field {
  std::string_view name;
  Kind kind;
  bool required;
  std::string_view zh, en;
  std::string_view codes;  // "state collective": blank-separated, for Kind::code
  [[nodiscard]] measures::Dimension dimension() const {
    return kind == Kind::area ? measures::Dimension::area : kind == Kind::money ? measures::Dimension::money : measures::Dimension::none;
  }
};

// In the order of the contract.
std::span<const Field> fields(Layer layer);
// Position in fields(layer), or npos.
inline constexpr std::size_t kNoField = static_cast<std::size_t>(-1);
std::size_t find_field(Layer layer, std::string_view name);
// Position of the field that says which one a row is, or, in a table of records, which one it is about.
std::size_t key_field(Layer layer);
// The column of `<subject>_fact` in the ledger: name plus unit suffix, "area_m2", "price_wan_yuan", "start_due"; "from_day" and "to_day" for names
// that SQL keeps for itself.
std::string fact_column(const Field& field);

}  // namespace yongdi::facts
