<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se" version="1.1.0">
 <NamedLayer>
  <se:Name>finding</se:Name>
  <UserStyle>
   <se:Name>finding</se:Name>
   <se:FeatureTypeStyle>
    <se:Rule>
     <se:Name>错误</se:Name>
     <se:Description>
      <se:Title>错误</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>severity</ogc:PropertyName>
       <ogc:Literal>error</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PointSymbolizer>
      <se:Graphic>
       <se:Mark>
        <se:WellKnownName>circle</se:WellKnownName>
        <se:Fill>
         <se:SvgParameter name="fill">#bd0026</se:SvgParameter>
        </se:Fill>
       </se:Mark>
       <se:Size>10.8</se:Size>
      </se:Graphic>
     </se:PointSymbolizer>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#bd0026</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.27</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#bd0026</se:SvgParameter>
       <se:SvgParameter name="stroke-width">1.8</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>警告</se:Name>
     <se:Description>
      <se:Title>警告</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>severity</ogc:PropertyName>
       <ogc:Literal>warning</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PointSymbolizer>
      <se:Graphic>
       <se:Mark>
        <se:WellKnownName>circle</se:WellKnownName>
        <se:Fill>
         <se:SvgParameter name="fill">#f07814</se:SvgParameter>
        </se:Fill>
       </se:Mark>
       <se:Size>9.0</se:Size>
      </se:Graphic>
     </se:PointSymbolizer>
     <se:PolygonSymbolizer>
      <se:Stroke>
       <se:SvgParameter name="stroke">#f07814</se:SvgParameter>
       <se:SvgParameter name="stroke-width">1.8</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>提示</se:Name>
     <se:Description>
      <se:Title>提示</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>severity</ogc:PropertyName>
       <ogc:Literal>notice</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PointSymbolizer>
      <se:Graphic>
       <se:Mark>
        <se:WellKnownName>circle</se:WellKnownName>
        <se:Fill>
         <se:SvgParameter name="fill">#2171b5</se:SvgParameter>
        </se:Fill>
       </se:Mark>
       <se:Size>7.2</se:Size>
      </se:Graphic>
     </se:PointSymbolizer>
     <se:PolygonSymbolizer>
      <se:Stroke>
       <se:SvgParameter name="stroke">#2171b5</se:SvgParameter>
       <se:SvgParameter name="stroke-width">1.8</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>信息</se:Name>
     <se:Description>
      <se:Title>信息</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>severity</ogc:PropertyName>
       <ogc:Literal>info</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PointSymbolizer>
      <se:Graphic>
       <se:Mark>
        <se:WellKnownName>circle</se:WellKnownName>
        <se:Fill>
         <se:SvgParameter name="fill">#828282</se:SvgParameter>
        </se:Fill>
       </se:Mark>
       <se:Size>6.0</se:Size>
      </se:Graphic>
     </se:PointSymbolizer>
     <se:PolygonSymbolizer>
      <se:Stroke>
       <se:SvgParameter name="stroke">#828282</se:SvgParameter>
       <se:SvgParameter name="stroke-width">1.8</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
   </se:FeatureTypeStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
