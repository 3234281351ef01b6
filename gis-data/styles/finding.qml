<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling" labelsEnabled="0">
 <renderer-v2 type="categorizedSymbol" attr="severity" enableorderby="0" forceraster="0" symbollevels="0">
  <categories>
   <category render="true" value="error" symbol="0" label="错误" type="string"/>
   <category render="true" value="warning" symbol="1" label="警告" type="string"/>
   <category render="true" value="notice" symbol="2" label="提示" type="string"/>
   <category render="true" value="" symbol="3" label="信息" type="string"/>
  </categories>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="marker">
    <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="SymbolType" value="Marker"/>
      <Option type="QString" name="geometryModifier" value="point_on_surface($geometry)"/>
      <Option type="QString" name="units" value="MapUnit"/>
     </Option>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@0@0" type="marker">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="color" value="189,0,38,255"/>
        <Option type="QString" name="name" value="circle"/>
        <Option type="QString" name="outline_color" value="255,255,255,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.2"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="3.6"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="scale_method" value="diameter"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="1" type="marker">
    <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="SymbolType" value="Marker"/>
      <Option type="QString" name="geometryModifier" value="point_on_surface($geometry)"/>
      <Option type="QString" name="units" value="MapUnit"/>
     </Option>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@1@0" type="marker">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="color" value="240,120,20,255"/>
        <Option type="QString" name="name" value="circle"/>
        <Option type="QString" name="outline_color" value="255,255,255,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.2"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="3.0"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="scale_method" value="diameter"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="2" type="marker">
    <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="SymbolType" value="Marker"/>
      <Option type="QString" name="geometryModifier" value="point_on_surface($geometry)"/>
      <Option type="QString" name="units" value="MapUnit"/>
     </Option>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@2@0" type="marker">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="color" value="33,113,181,255"/>
        <Option type="QString" name="name" value="circle"/>
        <Option type="QString" name="outline_color" value="255,255,255,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.2"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="2.4"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="scale_method" value="diameter"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="3" type="marker">
    <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="SymbolType" value="Marker"/>
      <Option type="QString" name="geometryModifier" value="point_on_surface($geometry)"/>
      <Option type="QString" name="units" value="MapUnit"/>
     </Option>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@3@0" type="marker">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="color" value="130,130,130,255"/>
        <Option type="QString" name="name" value="circle"/>
        <Option type="QString" name="outline_color" value="255,255,255,255"/>
        <Option type="QString" name="outline_style" value="solid"/>
        <Option type="QString" name="outline_width" value="0.2"/>
        <Option type="QString" name="outline_width_unit" value="MM"/>
        <Option type="QString" name="size" value="2.0"/>
        <Option type="QString" name="size_unit" value="MM"/>
        <Option type="QString" name="scale_method" value="diameter"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <layerGeometryType>0</layerGeometryType>
</qgis>
