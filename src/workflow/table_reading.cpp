#include "workflow/table_reading.hpp"

#include <algorithm>

namespace yongdi::workflow {
namespace {

using measures::Exact;

constexpr int kFirstYear = 1950, kLastYear = 2100;  // of approvals: beyond these it is no year

}  // namespace

void TableReading::begin(const facts::Table& head) {
  m_head = head;
  m_columns.clear();
  m_next = 0;
}

const std::string& TableReading::text(std::string_view field) {
  static const std::string kNothing;
  const std::string* value = column(field).text(*m_row);
  return value != nullptr ? *value : kNothing;
}

std::optional<Exact> TableReading::amount(std::string_view field) {
  const std::optional<Exact> value = number(field);
  if (value && value->is_negative())
    refuse(field,
           {"为负数 " + value->to_string() + "，应不小于 0。请改正。", "is " + value->to_string() + " and must not be below 0. Please correct it."});
  return value;
}

std::optional<int> TableReading::year(std::string_view field) {
  const std::optional<Exact> value = number(field);
  if (!value) return std::nullopt;
  if (value->denominator() != 1 || value->numerator() < kFirstYear || value->numerator() > kLastYear)
    refuse(field,
           {"“" + value->to_string() + "”不是年份。请写成 2018 的样子。", "\"" + value->to_string() + "\" is no year. Please write it like 2018."});
  return static_cast<int>(value->numerator());
}

void TableReading::refuse(std::string_view field, const findings::Text& why) const {
  const std::string source = m_head.sources.front(), row = std::to_string(m_row->number), name(field);
  throw findings::Failure(findings::Exit::input,
                          {source + "：第 " + row + " 行，" + name + " " + why.zh, source + ": row " + row + ", " + name + " " + why.en});
}

facts::Column& TableReading::column(std::string_view field) {
  // Row after row asks for the same fields in the same order.
  if (m_next >= m_columns.size()) m_next = 0;
  if (m_next >= m_columns.size() || m_columns[m_next].first != field) {
    const auto found = std::find_if(m_columns.begin(), m_columns.end(), [&](const auto& each) { return each.first == field; });
    m_next = static_cast<std::size_t>(found - m_columns.begin());
    if (found == m_columns.end()) m_columns.emplace_back(field, facts::Column(m_head, field));
  }
  return m_columns[m_next++].second;
}

}  // namespace yongdi::workflow
