#include "workflow/allocate.hpp"

#include <set>

#include "layers/tables.hpp"
#include "workflow/table_reading.hpp"
#include "workflow/workers.hpp"

namespace yongdi::workflow {

quota::Allocation allocate(const std::string& table, const measures::Exact& total, const measures::Exact& unit,
                           const std::filesystem::path& data_folder) {
  std::vector<quota::Claimant> claimants;
  std::set<std::string> seen;
  std::vector<findings::Finding> unheeded;  // how columns were recognised; the result names them all again
  TableReading reading;
  settings::LayerSetting setting;
  setting.source = table;
  Pool pool(0);
  layers::Tables(".", data_folder, pool.workers())
      .read(
          setting, facts::Layer::claims, unheeded, [&](const facts::Table& head) { reading.begin(head); },
          [&](const facts::Row& row) {
            reading.at(row);
            quota::Claimant claimant{reading.text("id"), *reading.amount("weight"), {}, reading.amount("cap"), reading.amount("demand")};
            claimant.floor = reading.amount("floor").value_or(measures::Exact(0));
            if (!seen.insert(claimant.id).second)
              reading.refuse("id", {"“" + claimant.id + "”出现了两次。请合并或删去一行。",
                                    "\"" + claimant.id + "\" stands twice. Please merge the rows or remove one."});
            claimants.push_back(std::move(claimant));
          });
  if (claimants.empty())
    throw findings::Failure(findings::Exit::input, {table + "：没有任何行，无从分配。请检查文件。",
                                                    table + ": there is no row in it, so there is nothing to share. Please check the file."});
  return quota::allocate(std::move(claimants), total, unit);
}

}  // namespace yongdi::workflow
