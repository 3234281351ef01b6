// What a cell to be filled in takes: a spreadsheet refuses what the program would refuse, in the language of the workbook.
#include <xlsxwriter.h>

#include <array>

#include "findings/failure.hpp"
#include "report/workbook.hpp"

namespace yongdi::report {
namespace {

constexpr double kBestScore = 100;

struct Accepted {
  lxw_validation_types type;
  lxw_validation_criteria criteria;
  double least, most;  // the second only of what lies between two
  findings::Text refusal;
};

Accepted accepted(Accept accept) {
  constexpr auto kDecimal = LXW_VALIDATION_TYPE_DECIMAL;
  constexpr auto kBetween = LXW_VALIDATION_CRITERIA_BETWEEN;
  switch (accept) {
    case Accept::not_negative:
      break;
    case Accept::not_positive:
      return {kDecimal,
              LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO,
              0,
              0,
              {"应为不大于 0 的数：使用和核销记为负数。", "A number not above 0: what is used or lapses is negative."}};
    case Accept::share:
      return {kDecimal, kBetween, 0, 1, {"应为 0 至 1 的比例，或写成 58%。", "A share between 0 and 1, or written like 58%."}};
    case Accept::score:
      return {kDecimal, kBetween, 0, kBestScore, {"应在 0 至 100 之间。", "A number between 0 and 100."}};
    case Accept::zero_or_one:
      return {LXW_VALIDATION_TYPE_INTEGER, kBetween, 0, 1, {"应为 1（是）或 0（否）。", "1 for yes, 0 for no."}};
    case Accept::whole:
      return {LXW_VALIDATION_TYPE_INTEGER, LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO, 0, 0, {"应为整数年份。", "A year, as a whole number."}};
  }
  return {kDecimal, LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO, 0, 0, {"应为不小于 0 的数。", "A number not below 0."}};
}

}  // namespace

void Sheet::accept(Column column, Row first, Row last, Accept accept) {
  const Accepted rule = accepted(accept);
  lxw_data_validation validation{};
  validation.validate = static_cast<uint8_t>(rule.type);
  validation.criteria = static_cast<uint8_t>(rule.criteria);
  validation.value_number = validation.minimum_number = rule.least;
  validation.maximum_number = rule.most;
  refuse_others(column, first, last, validation, in(m_book->language(), rule.refusal));
}

void Sheet::accept_one_of(Column column, Row first, Row last, std::string yes, std::string no) {
  std::array<char*, 3> words = {yes.data(), no.data(), nullptr};
  lxw_data_validation validation{};
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = words.data();
  validation.dropdown = LXW_VALIDATION_ON;
  refuse_others(column, first, last, validation,
                std::string(in(m_book->language(), "应为“" + yes + "”或“" + no + "”。", "\"" + yes + "\" or \"" + no + "\".")));
}

void Sheet::refuse_others(Column column, Row first, Row last, lxw_data_validation& validation, std::string words) {
  std::string title(in(m_book->language(), "不能这样填", "Not accepted"));
  validation.ignore_blank = LXW_VALIDATION_ON;  // blank is unknown, where the program takes it for that
  validation.show_error = LXW_VALIDATION_ON;
  validation.error_type = LXW_VALIDATION_ERROR_TYPE_STOP;
  validation.error_title = title.data();
  validation.error_message = words.data();
  m_book->require(worksheet_data_validation_range(m_sheet, first, column, last, column, &validation));
}

}  // namespace yongdi::report
