#include "disposal/years.hpp"

#include "supply/account.hpp"

namespace yongdi::disposal {

std::string approval_key(std::string_view id) { return supply::normal_number(id); }

Cell cell(const Year& year, const Stock& stock) {
  const bool approval = stock.kind == Kind::unsupplied;
  return {stock.park, stock.kind, approval ? year.approvals[stock.subject].cohort : year.parcels[stock.subject].cohort};
}

const std::string& subject_id(const Year& year, const Stock& stock) {
  return stock.kind == Kind::unsupplied ? year.approvals[stock.subject].id : year.parcels[stock.subject].id;
}

}  // namespace yongdi::disposal
