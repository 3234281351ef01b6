#include "layers/open.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <fstream>

#include "findings/catalogue.hpp"
#include "layers/intact.hpp"
#include "layers/refusal.hpp"
#include "layers/text.hpp"
#include "measures/nearest.hpp"

namespace yongdi::layers {
namespace {

namespace fs = std::filesystem;

// What a file is by its first bytes: the drivers that may read it, the endings it usually has (empty: any), and what to call it.
struct Content {
  Format format;
  std::string_view name;
  const char* driver;  // null: let GDAL find out
  std::vector<std::string_view> endings;
};

std::string first_bytes(const std::string& path) {
  VSILFILE* file = VSIFOpenL(path.c_str(), "rb");
  if (file == nullptr) return {};
  std::string bytes(4096, '\0');
  bytes.resize(VSIFReadL(bytes.data(), 1, bytes.size(), file));
  VSIFCloseL(file);
  return bytes;
}

bool holds(const std::string& archive, const char* member) {
  VSIStatBufL status;
  return VSIStatL(("/vsizip/{" + archive + "}/" + member).c_str(), &status) == 0;
}

Content look(const std::string& path, const std::string& ending) {
  const std::string start = first_bytes(path);
  const std::string_view view(start);
  if (view.starts_with("PK\x03\x04") || view.starts_with("PK\x05\x06")) {
    if (holds(path, "[Content_Types].xml")) return {Format::spreadsheet, "XLSX", "XLSX", {"xlsx", "xlsm"}};
    if (holds(path, "content.xml")) return {Format::spreadsheet, "ODS", "ODS", {"ods"}};
    return {Format::other, "ZIP", nullptr, {}};
  }
  if (view.starts_with("\xD0\xCF\x11\xE0")) return {Format::spreadsheet, "XLS", "XLS", {"xls"}};
  if (view.starts_with(std::string_view("SQLite format 3\0", 16))) {
    return view.size() > 71 && view.substr(68, 4).starts_with("GP") ? Content{Format::sqlite, "GeoPackage", "GPKG", {"gpkg"}}
                                                                    : Content{Format::sqlite, "SQLite", nullptr, {"sqlite", "db", "gpkg", "sqlite3"}};
  }
  if (view.starts_with(std::string_view("\0\0\x27\x0A", 4))) return {Format::shapefile, "Shapefile", "ESRI Shapefile", {"shp", "shx"}};
  const std::size_t mark = view.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const std::size_t letter = view.find_first_not_of(" \t\r\n", mark);
  if (letter != std::string_view::npos && (view[letter] == '{' || view[letter] == '[' || view[letter] == '<'))
    return {Format::other, "JSON/XML", nullptr, {}};
  if (ending == "csv" || ending == "txt" || ending == "tsv") return {Format::csv, "CSV", "CSV", {"csv", "txt", "tsv"}};
  return {Format::other, {}, nullptr, {}};
}

bool is_connection(const std::string& source) { return source.starts_with("PG:") || source.starts_with("PGB:") || source.starts_with("MYSQL:"); }

// GDAL knows spreadsheets by their ending alone, so one with another ending is shown to it under a name that fits.
std::string as_named(const std::string& path, const char* ending, MemoryFile& memory) {
  static std::atomic<unsigned> count{0};
  const std::string bytes = bytes_of(path);
  const std::string name = fmt::format("/vsimem/yongdi-{}.{}", ++count, lower(ending));
  auto* copy = static_cast<GByte*>(VSIMalloc(bytes.size() + 1));
  if (copy == nullptr) throw std::bad_alloc();
  std::copy(bytes.begin(), bytes.end(), copy);
  VSILFILE* file = VSIFileFromMemBuffer(name.c_str(), copy, bytes.size(), TRUE);
  if (file == nullptr) throw std::bad_alloc();
  VSIFCloseL(file);
  memory = MemoryFile(name);
  return name;
}

void open_dataset(OpenSource& opened, const std::string& target, const char* driver, const std::vector<const char*>& options) {
  std::vector<const char*> drivers{driver, nullptr};
  std::vector<const char*> all_options(options);
  all_options.push_back(nullptr);
  const ErrorLog log;
  opened.dataset.reset(GDALDataset::Open(target.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, driver != nullptr ? drivers.data() : nullptr,
                                         all_options.data(), nullptr));
  if (!opened.dataset || (log.failure() && opened.format != Format::other)) {
    refuse(opened.source,
           {fmt::format("打不开（{}）。请确认文件完整，且是 GIS 软件能打开的格式。", log.words().zh),
            fmt::format("cannot be opened ({}). Please make sure the file is whole and of a format GIS programs open.", log.words().en)});
  }
}

// GDAL cannot read it, and would not say why.
void refuse_utf16(const OpenSource& opened) {
  std::ifstream stream(opened.path, std::ios::binary);
  char mark[2] = {};
  stream.read(mark, sizeof mark);
  const std::string_view bytes(mark, sizeof mark);
  if (bytes != "\xFF\xFE" && bytes != "\xFE\xFF") return;
  refuse(opened.source, {"是 UTF-16 文本（Excel 的“Unicode 文本”）。请另存为“CSV UTF-8”或 XLSX。",
                         "is UTF-16 text (Excel's \"Unicode Text\"). Please save it as \"CSV UTF-8\" or XLSX."});
}

void expect_there(const OpenSource& opened) {
  VSIStatBufL status;
  if (VSIStatL(opened.path.c_str(), &status) == 0) return;
  refuse(opened.source, {fmt::format("文件不存在（{}）。路径以项目文件所在的文件夹为起点，请检查。", opened.path),
                         fmt::format("there is no such file ({}). Paths start from the folder of the project file; please check.", opened.path)});
}

}  // namespace

std::string bytes_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary | std::ios::ate);
  std::string bytes(static_cast<std::size_t>(std::max<std::streamoff>(0, stream.tellg())), '\0');
  stream.seekg(0);
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

std::string absolute_path(const std::string& source, const fs::path& folder) {
  if (is_connection(source) || source.starts_with("/vsi")) return source;
  return (fs::path(source).is_absolute() ? fs::path(source) : folder / source).string();
}

OpenSource open_source(const std::string& source, const fs::path& folder, std::vector<findings::Finding>& findings) {
  start_gdal();
  OpenSource opened;
  opened.source = opened.name = source;
  opened.path = absolute_path(source, folder);
  if (is_connection(source)) {
    opened.format = Format::database;
    open_dataset(opened, opened.path, nullptr, {});
    return opened;
  }
  expect_there(opened);
  const std::string ending = lower(CPLGetExtension(opened.path.c_str()));
  const Content content = look(opened.path, ending);
  opened.format = ending == "dbf" ? Format::shapefile : content.format;
  opened.content = content.name;
  const bool fits = content.endings.empty() || std::find(content.endings.begin(), content.endings.end(), ending) != content.endings.end();
  if (!fits) {
    findings.push_back({&findings::kind("CONTENT_NOT_ENDING"), {source, {}, {}}, "", "", {{"value", std::string(content.name)}}, {}, {}});
  }
  std::string target = opened.path;
  std::vector<const char*> options;
  switch (opened.format) {
    case Format::shapefile:
      if (ending != "dbf") check_shapefile_whole(opened.path, source);
      options = {"ENCODING="};
      break;
    case Format::sqlite:
      check_sqlite_whole(opened.path, source);
      // No lock, no -wal, no -shm beside somebody's file; check_sqlite_whole has seen that nothing waits in them.
      if (content.driver != nullptr) options = {"IMMUTABLE=YES", "LIST_ALL_TABLES=NO"};
      break;
    case Format::spreadsheet:
      if (!fits) target = as_named(opened.path, content.driver, opened.memory);
      break;
    case Format::csv:
      refuse_utf16(opened);
      if (ending != "csv") target = as_named(opened.path, "csv", opened.memory);
      options = {"HEADERS=YES"};
      break;
    case Format::database:
      break;
    case Format::other:
      if (content.name == "ZIP") target = "/vsizip/{" + opened.path + "}";
      break;
  }
  open_dataset(opened, target, content.driver, options);
  return opened;
}

namespace {

std::string joined(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

// GeoPackages of this program and of GIS programs keep layers of their own beside the data.
std::vector<std::string> layer_names(GDALDataset& dataset) {
  std::vector<std::string> names;
  for (int i = 0; i < dataset.GetLayerCount(); ++i) names.emplace_back(dataset.GetLayer(i)->GetName());
  return names;
}

OGRLayer* pick(OpenSource& source, const std::optional<std::string>& wanted) {
  const std::vector<std::string> names = layer_names(*source.dataset);
  if (names.empty()) {
    refuse(source.source, {"里面没有任何图层或表。请检查文件。", "there is no layer or table in it. Please check the file."});
  }
  if (names.size() > 1 || wanted) {
    if (!wanted) {
      refuse(source.source,
             {fmt::format("有 {} 个图层：{}。请指明一个：项目文件中写 layer，命令行写“{}|图层”。", names.size(), joined(names), source.source),
              fmt::format("there are {} layers: {}. Please name one: `layer` in a project file, \"{}|LAYER\" on the command line.", names.size(),
                          joined(names), source.source)});
    }
    const auto found = std::find(names.begin(), names.end(), *wanted);
    if (found == names.end()) {
      const std::vector<std::string_view> views(names.begin(), names.end());
      const std::string nearest(measures::nearest_name(*wanted, views));
      refuse(source.source, {fmt::format("没有图层“{}”{}。现有：{}。请改正 layer。", *wanted,
                                         nearest.empty() ? "" : fmt::format("，是否应为“{}”", nearest), joined(names)),
                             fmt::format("there is no layer \"{}\".{} There are: {}. Please correct `layer`.", *wanted,
                                         nearest.empty() ? "" : fmt::format(" Did you mean \"{}\"?", nearest), joined(names))});
    }
    if (names.size() > 1) source.name = source.source + " | " + *wanted;
    return source.dataset->GetLayer(static_cast<int>(found - names.begin()));
  }
  return source.dataset->GetLayer(0);
}

void take_encoding(OpenLayer& layer, const std::string& encoding) {
  layer.encoding = encoding;
  if (encoding == kUtf8) return;
  try {
    layer.recoder.emplace(encoding, std::string(kUtf8));
  } catch (const std::invalid_argument&) {
    refuse(layer.name,
           {fmt::format("没有名为“{}”的文字编码。请写 UTF-8、GBK、GB18030 或 BIG5。", encoding),
            fmt::format("no text encoding is named \"{}\". Please write UTF-8, GBK, GB18030 or BIG5.", encoding)},
           findings::Exit::usage);
  }
}

void guess(OpenLayer& layer, bool utf8, findings::Text reason, std::vector<findings::Finding>& findings) {
  take_encoding(layer, std::string(utf8 ? kUtf8 : kChinese));
  findings.push_back({&findings::kind("ENCODING_GUESSED"),
                      {layer.name, {}, {}},
                      "",
                      "",
                      {{"value", layer.encoding}, {"reason_zh", std::move(reason.zh)}, {"reason_en", std::move(reason.en)}},
                      {},
                      {}});
}

findings::Text reason_of(bool utf8) {
  return utf8 ? findings::Text{"全部文字都是合乎规范的 UTF-8", "all of its text is well-formed UTF-8"}
              : findings::Text{"文字不是 UTF-8，按国标编码读取", "its text is not UTF-8; the Chinese national encoding is the usual one then"};
}

std::string cpg_of(const std::string& shp) {
  const std::string path = sibling(shp, ".cpg");
  if (path.empty()) return {};
  std::ifstream stream(path);
  std::string text;
  std::getline(stream, text);
  return std::string(trim(text));
}

// The setting, else .cpg, else the language byte, else what the bytes themselves can be.
void settle_dbf_encoding(OpenLayer& layer, const std::optional<std::string>& setting, std::vector<findings::Finding>& findings) {
  layer.dbf = Dbf::open(lower(CPLGetExtension(layer.path.c_str())) == "dbf" ? layer.path : sibling(layer.path, ".dbf"));
  if (setting) return take_encoding(layer, encoding_name(*setting));
  const Dbf::Texts texts = layer.dbf ? layer.dbf->look_at_texts() : Dbf::Texts{};
  if (texts.ascii) return;
  const std::string cpg = cpg_of(layer.path), declared = cpg.empty() ? (layer.dbf ? layer.dbf->language() : "") : encoding_name(cpg);
  if (declared.empty()) return guess(layer, texts.utf8, reason_of(texts.utf8), findings);
  if (declared == kUtf8 && !texts.utf8) {
    return guess(layer, false, {".cpg 写的是 UTF-8，但文字不是", "its .cpg says UTF-8, but its text is not"}, findings);
  }
  take_encoding(layer, declared);
}

void settle_csv_encoding(OpenLayer& layer, const std::optional<std::string>& setting, std::vector<findings::Finding>& findings) {
  if (setting) return take_encoding(layer, encoding_name(*setting));
  const std::string bytes = bytes_of(layer.path);
  if (bytes.starts_with("\xEF\xBB\xBF") || is_ascii(bytes)) return;
  const bool utf8 = is_utf8(bytes);
  guess(layer, utf8, reason_of(utf8), findings);
}

void apply_where(OpenLayer& layer, const std::optional<std::string>& where) {
  if (!where) return;
  std::string clause = *where;
  if (layer.recoder) {
    Recoder back(std::string(kUtf8), layer.encoding);
    back.convert(*where, clause);
  }
  const ErrorLog log;
  bool fits = layer.layer->SetAttributeFilter(clause.c_str()) == OGRERR_NONE;
  if (fits && !log.failure()) {
    // Databases look at a condition only when the first row is asked for.
    const OGRFeatureUniquePtr first(layer.layer->GetNextFeature());
    layer.layer->ResetReading();
    fits = !log.failure();
  }
  if (!fits || log.failure()) {
    refuse(layer.name,
           {fmt::format("条件 where = \"{}\" 不能用（{}）。请检查字段名和写法。", *where, log.words().zh),
            fmt::format("the condition where = \"{}\" cannot be used ({}). Please check its field names and syntax.", *where, log.words().en)},
           findings::Exit::usage);
  }
}

}  // namespace

OpenLayer choose_layer(OpenSource source, const settings::LayerSetting& setting, std::vector<findings::Finding>& findings) {
  OpenLayer opened{std::move(source), nullptr, {}, {}, std::string(kUtf8)};
  opened.layer = pick(opened, setting.layer);
  if (opened.format == Format::shapefile) {
    settle_dbf_encoding(opened, setting.encoding, findings);
  } else if (opened.format == Format::csv) {
    settle_csv_encoding(opened, setting.encoding, findings);
  } else if (setting.encoding && encoding_name(*setting.encoding) != kUtf8) {
    refuse(opened.name,
           {"这种格式自己规定文字编码，encoding 在这里不起作用。请从项目文件中删去它。",
            "this format fixes its own text encoding, so `encoding` does nothing here. Please remove it from the project file."},
           findings::Exit::usage);
  }
  apply_where(opened, setting.where);
  return opened;
}

OpenLayer open_layer(const settings::LayerSetting& setting, const fs::path& folder, std::vector<findings::Finding>& findings) {
  return choose_layer(open_source(setting.source, folder, findings), setting, findings);
}

std::string OpenLayer::utf8(std::string_view bytes) {
  std::string text;
  if (!recoder || is_ascii(bytes)) {
    text = bytes;
  } else if (!recoder->convert(bytes, text) && encoding != kChinese) {
    refuse(name, {fmt::format("文字“{}…”不是 {} 编码。请在项目文件中把 encoding 改为实际的编码（GBK 或 UTF-8）。", cut(text), encoding),
                  fmt::format("the text \"{}…\" is not {}. Please set `encoding` in the project file to what it really is (GBK or UTF-8).", cut(text),
                              encoding)});
  }
  return text;
}

std::int64_t OpenLayer::row(const OGRFeature& feature, std::int64_t position) const {
  switch (format) {
    case Format::csv:
    case Format::shapefile:
      return feature.GetFID() + 1;
    case Format::sqlite:
    case Format::spreadsheet:
    case Format::database:
      return feature.GetFID();
    case Format::other:
      break;
  }
  return position + 1;
}

}  // namespace yongdi::layers
