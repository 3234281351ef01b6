<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se" version="1.1.0">
 <NamedLayer>
  <se:Name>disposal</se:Name>
  <UserStyle>
   <se:Name>disposal</se:Name>
   <se:FeatureTypeStyle>
    <se:Rule>
     <se:Name>批而未供处置</se:Name>
     <se:Description>
      <se:Title>批而未供处置</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>kind</ogc:PropertyName>
       <ogc:Literal>unsupplied</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#31a354</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.78</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#005a32</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.9</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>闲置土地处置</se:Name>
     <se:Description>
      <se:Title>闲置土地处置</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>kind</ogc:PropertyName>
       <ogc:Literal>idle</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#2c7fb8</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.78</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#084081</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.9</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>低效用地处置</se:Name>
     <se:Description>
      <se:Title>低效用地处置</se:Title>
     </se:Description>
     <ogc:Filter>
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>kind</ogc:PropertyName>
       <ogc:Literal>inefficient</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#756bb1</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.78</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#3f007d</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.9</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>其他</se:Name>
     <se:Description>
      <se:Title>其他</se:Title>
     </se:Description>
     <se:ElseFilter/>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#a0a0a0</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.78</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#505050</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.9</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
   </se:FeatureTypeStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
