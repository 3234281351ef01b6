#pragma once
// The year roll-forward on a terminal and for machines.
#include <filesystem>
#include <string>

#include "report/language.hpp"
#include "workflow/roll_forward.hpp"

namespace yongdi::report {

std::string disposals_summary(const workflow::RollForward& result, const std::filesystem::path& output, Language language);
// {"from", "to", "stock": [{columns of `stock`}], "disposals": [{columns of `disposal`}], "changes": [{columns of `stock_change`}], "findings":
// {"error": n, …}, "balances_close", "output": path}
std::string disposals_json(const workflow::RollForward& result, const std::filesystem::path& output);

}  // namespace yongdi::report
